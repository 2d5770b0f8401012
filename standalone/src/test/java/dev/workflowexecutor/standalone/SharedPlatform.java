package dev.workflowexecutor.standalone;

import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all test classes the same {@link TestPlatform}, which ends after the last of them. */
public final class SharedPlatform implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TestPlatform.class.isAssignableFrom(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedPlatform.class))
        .computeIfAbsent(TestPlatform.class, _ -> launch(), TestPlatform.class);
  }

  private static TestPlatform launch() {
    return ServiceLoader.load(TestPlatformLauncher.class)
        .findFirst()
        .map(TestPlatformLauncher::launch)
        .orElseGet(EmbeddedTestPlatform::start);
  }
}
