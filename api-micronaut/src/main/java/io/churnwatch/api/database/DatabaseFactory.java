package io.churnwatch.api.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.churnwatch.api.ApiConfig;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Migration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.time.Duration;
import javax.sql.DataSource;

/** Migrates the database, then opens the connection pool. */
@Factory
final class DatabaseFactory {
    private static final int CONNECTIONS_MAX = 16;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    @Context
    @Bean(preDestroy = "close", typed = DataSource.class)
    HikariDataSource dataSource(ApiConfig config, MeterRegistry metrics) {
        Migration.run(config.database(ConnectionLimits.MIGRATION));
        return new HikariDataSource(poolConfig(config, metrics));
    }

    private static HikariConfig poolConfig(ApiConfig config, MeterRegistry metrics) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("churnwatch");
        pool.setDataSource(config.database(ConnectionLimits.API).dataSource());
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        pool.setMetricRegistry(metrics);
        return pool;
    }
}
