package io.churnwatch.training.data;

import io.churnwatch.training.Database;
import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Customers of the table {@code customer_churn}. */
public record PostgresCustomers(Database database) implements CustomerSource {
    private static final String TABLE = "customer_churn";

    @Override
    public String name() {
        return "The table " + TABLE;
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        Properties connection = new Properties();
        connection.setProperty("user", database.user());
        connection.setProperty("password", database.password());
        connection.setProperty("driver", "org.postgresql.Driver");
        return CustomerColumns.select(spark.read().jdbc(database.url(), TABLE, connection), name());
    }
}
