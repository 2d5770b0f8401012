package dev.workflowexecutor.standalone;

/**
 * Starts platforms for tests. The first one that is found as a service is taken, so that the same
 * test classes run on whatever platform is on the class path; without any it is the embedded one.
 */
public interface TestPlatformLauncher {

  /** A platform that takes problems. */
  TestPlatform launch();
}
