package dev.workflowexecutor.gateway;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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

  /** After so many commits, the next one is never carried out. */
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
    InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("commit") && commitsLeft.getAndDecrement() <= 0) {
      down = true;
    }
    if (down && !method.getName().equals("close")) {
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
}
