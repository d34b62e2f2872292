package io.churnwatch.api.database;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;

/** The API is ready when its database answers; it serves requests while Redis and Kafka are away. */
@Singleton
@Readiness
final class DatabaseHealth extends AbstractHealthIndicator<Boolean> {
    private final DatabasePool database;

    DatabaseHealth(DatabasePool database) {
        this.database = database;
    }

    @Override
    protected Boolean getHealthInformation() {
        boolean answers = answers();
        healthStatus = answers ? HealthStatus.UP : HealthStatus.DOWN;
        return answers;
    }

    /** Without an exception: the stack trace of every check would bury the log. */
    private boolean answers() {
        try {
            return database.inSnapshot(handle -> handle.select("SELECT true")
                    .setQueryTimeout(1)
                    .mapTo(Boolean.class)
                    .one());
        } catch (DatabaseException e) {
            return false;
        }
    }

    @Override
    protected String getName() {
        return "database";
    }
}
