package dev.workflowexecutor.extraction.config;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;

/**
 * Keeps Spring from taking {@code ${env:NAME}} and {@code ${file:PATH}} for placeholders with a
 * default: they are references to secrets, and are resolved when they are used.
 */
public final class SecretReferences
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.getEnvironment().getPropertySources().addFirst(new References());
  }

  private static final class References extends PropertySource<String> {

    References() {
      super("secret references", "env: file:");
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return name.startsWith("env:") || name.startsWith("file:") ? "@{" + name + "}" : null;
    }
  }
}
