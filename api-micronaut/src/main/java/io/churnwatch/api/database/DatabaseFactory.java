package io.churnwatch.api.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.churnwatch.api.ApiConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens the connection pool on a database that it has migrated before anything else sees it. */
@Factory
final class DatabaseFactory {
    private static final int CONNECTIONS_MAX = 16;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECT_RETRIES = 10; // a second or so each

    @Context
    @Bean(preDestroy = "close", typed = DataSource.class)
    HikariDataSource dataSource(ApiConfig config, MeterRegistry metrics) {
        migrate(config);
        return new HikariDataSource(poolConfig(config, metrics));
    }

    private static void migrate(ApiConfig config) {
        Flyway.configure()
                .dataSource(config.databaseUrl(), config.databaseUser(), config.databasePassword())
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load()
                .migrate();
    }

    private static HikariConfig poolConfig(ApiConfig config, MeterRegistry metrics) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("churnwatch");
        pool.setJdbcUrl(config.databaseUrl());
        pool.setUsername(config.databaseUser());
        pool.setPassword(config.databasePassword());
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        pool.setMetricRegistry(metrics);
        return pool;
    }
}
