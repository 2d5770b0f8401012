package dev.workflowexecutor.gateway;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a fault between the gateway and its database. */
@TestConfiguration(proxyBeanMethods = false)
public class FaultyDatabase {
  private static volatile boolean down;
  private static final AtomicInteger commitsLeft = new AtomicInteger(Integer.MAX_VALUE);

  /** No connection is given and none that is open works. */
  static void takeDown() {
    down = true;
  }

  /** All is well again. */
  static void bringUp() {
    down = false;
    commitsLeft.set(Integer.MAX_VALUE);
  }

  /** After so many commits of outcomes, the next one is never carried out and all is down. */
  static void crashAfter(int commits) {
    commitsLeft.set(commits);
  }

  /** Whether a commit was refused. */
  static boolean hasCrashed() {
    return commitsLeft.get() < 0;
  }

  @Bean
  static BeanPostProcessor faults() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? faulty(DataSource.class, source) : bean;
      }
    };
  }

  private static <T> T faulty(Class<T> type, T target) {
    Faults faults = new Faults(target);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, faults));
  }

  private static final class Faults implements InvocationHandler {
    private final Object target;
    private boolean writesOutcomes;

    Faults(Object target) {
      this.target = target;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      prepare(method, arguments);
      if (down && mayFail(method)) {
        throw new SQLNonTransientConnectionException("The database is down (a test)", "08006");
      }
      try {
        Object result = method.invoke(target, arguments);
        return result instanceof Connection connection
            ? faulty(Connection.class, connection)
            : result;
      } catch (InvocationTargetException e) {
        throw e.getCause() instanceof SQLException sql ? sql : e;
      }
    }

    private void prepare(Method method, Object @Nullable [] arguments) {
      if (method.getName().equals("prepareStatement") && arguments != null) {
        writesOutcomes |= String.valueOf(arguments[0]).startsWith("insert into outcome");
      }
      if (method.getName().equals("commit") && writesOutcomes) {
        writesOutcomes = false;
        down |= commitsLeft.getAndDecrement() <= 0;
      }
    }

    private static boolean mayFail(Method method) {
      return !method.getName().equals("close")
          && List.of(method.getExceptionTypes()).contains(SQLException.class);
    }
  }
}
