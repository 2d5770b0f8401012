package dev.workflowexecutor.standalone.secured;

import dev.workflowexecutor.standalone.startup.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A registry in a child process that speaks TLS only and asks for a password. */
final class SecuredRegistry implements AutoCloseable {

  private final Process process;
  private final String url;

  private SecuredRegistry(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static SecuredRegistry start(Path folder, Secrets secrets) {
    int port = Port.free("a test", "nothing", 0);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings(port, secrets).forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("target", "registry").toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("registry.log").toFile())
              .start();
      return new SecuredRegistry(process, "https://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> settings(int port, Secrets secrets) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.ssl-port", Integer.toString(port));
    settings.put("quarkus.http.insecure-requests", "disabled");
    settings.put("quarkus.http.ssl.certificate.key-store-file", secrets.store().toString());
    settings.put("quarkus.http.ssl.certificate.key-store-password", secrets.storePassword());
    settings.put("quarkus.management.host", "127.0.0.1");
    settings.put("quarkus.management.port", "0");
    settings.put("quarkus.http.auth.basic", "true");
    settings.put("quarkus.security.users.embedded.plain-text", "true");
    settings.put("apicurio.auth.role-based-authorization", "true");
    secrets
        .passwords()
        .forEach(
            (user, password) -> {
              settings.put(
                  "quarkus.security.users.embedded.users.\"%s\"".formatted(user), password);
              settings.put(
                  "quarkus.security.users.embedded.roles.\"%s\"".formatted(user), "sr-developer");
            });
    return settings;
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
