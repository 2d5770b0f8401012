package dev.workflowexecutor.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives all test classes the same {@link TestPlatform}, which ends after the last of them. */
final class SharedPlatform implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestPlatform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedPlatform.class))
        .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
        .platform();
  }

  private record Started(TestPlatform platform, Path data) implements AutoCloseable {

    static Started now() {
      try {
        Path data = Files.createTempDirectory("wfx-test-");
        return new Started(TestPlatform.start(data), data);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws IOException {
      platform.close();
      FileSystemUtils.deleteRecursively(data);
    }
  }
}
