package io.churnwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.service.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MigrationIT {
    @Test
    void theMigrationsMakeTheTables() throws Exception {
        try (PostgresServer server = MigratedPostgres.temporary();
                Connection connection = server.connect();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT count(*) FROM customer_churn")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }
}
