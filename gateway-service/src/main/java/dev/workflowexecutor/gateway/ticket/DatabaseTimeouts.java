package dev.workflowexecutor.gateway.ticket;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Bounds how long PostgreSQL may keep a connection waiting, so that a server that is gone without a
 * word is noticed. What spring.datasource.url says wins.
 */
@Component
final class DatabaseTimeouts implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
      pool.addDataSourceProperty("connectTimeout", "2");
      pool.addDataSourceProperty("socketTimeout", "10");
      pool.addDataSourceProperty("tcpKeepAlive", "true");
    }
    return bean;
  }

  private static boolean isPostgres(HikariDataSource pool) {
    String url = pool.getJdbcUrl();
    return url != null && url.startsWith("jdbc:postgresql:");
  }
}
