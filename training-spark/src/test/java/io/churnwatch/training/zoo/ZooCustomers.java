package io.churnwatch.training.zoo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.data.TrainingColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How the customers of the sample come to a pipeline. */
enum ZooCustomers {
    /** All numbers as doubles. */
    DOUBLES,
    /** Amounts as doubles, other numbers as integers, yes or no as booleans. */
    TYPED,
    /** Doubles, one in twelve missing; all categories known. */
    WITH_GAPS,
    /** Doubles, with weights: a customer who left counts three times. */
    WEIGHTED,
    /** Doubles, and the classes have names. */
    NAMED_CLASSES;

    static final String WEIGHT = "weight";
    private static final String ROW = "row";
    private static final int TRAINING_ROWS = 3_000;
    private static final int SCORED_ROWS = 300;
    private static final List<String> AMOUNTS = List.of("balance", "estimated_salary");
    private static final List<String> FLAGS = List.of("has_cr_card", "is_active_member");

    /** The first rows of the sample, to train with. */
    Dataset<Row> training(SparkSession spark, Path sample) {
        return rows(spark, sample, 0, TRAINING_ROWS);
    }

    /** The rows after those, to score. */
    Dataset<Row> scored(SparkSession spark, Path sample) {
        return rows(spark, sample, TRAINING_ROWS, TRAINING_ROWS + SCORED_ROWS);
    }

    private Dataset<Row> rows(SparkSession spark, Path sample, int from, int to) {
        // A compressed file is one partition, in which these numbers are consecutive.
        Dataset<Row> numbered = new FileCustomers(sample)
                .read(spark)
                .withColumn(ROW, expr("monotonically_increasing_id()"))
                .filter(col(ROW).geq(from).and(col(ROW).lt(to)));
        return numbered.select(columns().toArray(Column[]::new)).coalesce(1).cache();
    }

    private Stream<Column> columns() {
        Stream<Column> features = Stream.concat(
                TrainingColumns.numbers().stream().map(this::number),
                TrainingColumns.categories().stream().map(org.apache.spark.sql.functions::col));
        Stream<Column> withClass = Stream.concat(features, Stream.of(exited().as(TrainingColumns.EXITED)));
        return this == WEIGHTED ? Stream.concat(withClass, Stream.of(weight())) : withClass;
    }

    private Column number(String name) {
        return switch (this) {
            case TYPED -> typed(name).as(name);
            case WITH_GAPS -> withGap(name).as(name);
            default -> col(name).cast("double").as(name);
        };
    }

    private static Column typed(String name) {
        if (FLAGS.contains(name)) {
            return col(name).equalTo("1");
        }
        return col(name).cast(AMOUNTS.contains(name) ? "double" : "int");
    }

    private static Column withGap(String name) {
        Column missing = expr("pmod(hash(%s, '%s'), 12) = 0".formatted(ROW, name));
        return when(missing, lit(null)).otherwise(col(name).cast("double"));
    }

    private Column exited() {
        Column left = col(TrainingColumns.EXITED).equalTo("1");
        return this == NAMED_CLASSES ? when(left, "leaves").otherwise("stays") : left.cast("double");
    }

    private static Column weight() {
        return when(col(TrainingColumns.EXITED).equalTo("1"), 3.0)
                .otherwise(1.0)
                .as(WEIGHT);
    }
}
