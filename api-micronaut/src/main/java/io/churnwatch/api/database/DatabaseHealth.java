package io.churnwatch.api.database;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;

/** The API is ready when its database answers; Redis and Kafka may be away for a while without anybody being turned away. */
@Singleton
@Readiness
final class DatabaseHealth extends AbstractHealthIndicator<Boolean> {
    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    protected Boolean getHealthInformation() {
        boolean answers = answers();
        healthStatus = answers ? HealthStatus.UP : HealthStatus.DOWN;
        return answers;
    }

    /** Without an exception: a stack trace with every look would bury the log. */
    private boolean answers() {
        try {
            return database.inSnapshot(connection -> connection.isValid(1));
        } catch (DatabaseException e) {
            return false;
        }
    }

    @Override
    protected String getName() {
        return "database";
    }
}
