package io.churnwatch.api;

import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.RedisServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The real services, started once for all tests of this JVM. */
final class TestServices {
    static final PostgresServer POSTGRES = PostgresServer.temporary();
    static final RedisServer REDIS = RedisServer.temporary();
    static final KafkaServer KAFKA = KafkaServer.temporary();

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            KAFKA.close();
            REDIS.close();
            POSTGRES.close();
        }));
    }

    /** The URL of an empty schema of its own. */
    static String emptySchema() {
        String schema = "test" + SCHEMAS.incrementAndGet();
        try (Connection connection = POSTGRES.connect()) {
            connection.createStatement().execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return POSTGRES.url() + "?currentSchema=" + schema;
    }

    private TestServices() {}
}
