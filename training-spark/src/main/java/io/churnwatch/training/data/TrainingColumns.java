package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.lit;

import io.churnwatch.feed.ProfileField;
import io.churnwatch.training.support.TrainingFailedException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The columns that a training reads, under one name each whatever the source calls them. */
public final class TrainingColumns {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String EXITED = ProfileField.EXITED.column();

    /** When the customer left, or until when it stayed: a source may have it. */
    public static final String OCCURRED_AT = "occurred_at";

    /** The numbers that a model sees; a yes or no is 1 or 0. */
    public static List<String> numbers() {
        return features(false);
    }

    /** The categories that a model sees. */
    public static List<String> categories() {
        return features(true);
    }

    /** All that a model sees. */
    public static List<String> features() {
        return ProfileField.features().stream().map(ProfileField::column).toList();
    }

    /** All that a training must find. */
    public static List<String> all() {
        return Stream.of(List.of(CUSTOMER_ID), features(), List.of(EXITED))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The columns of a training in {@code table}, whose own spelling of them may differ; the time of the outcome is null where it has
     * none.
     *
     * @throws TrainingFailedException naming what the table lacks and what it has
     */
    static Dataset<Row> select(Dataset<Row> table, String source) {
        Map<String, String> spellings = spellings(table);
        requireAll(spellings, source);
        Stream<Column> all = all().stream().map(name -> column(table, spellings, name));
        return table.select(
                Stream.concat(all, Stream.of(occurredAt(table, spellings))).toArray(Column[]::new));
    }

    private static Column occurredAt(Dataset<Row> table, Map<String, String> spellings) {
        return spellings.containsKey(ProfileField.fold(OCCURRED_AT))
                ? column(table, spellings, OCCURRED_AT)
                : lit(null).cast(DataTypes.StringType).as(OCCURRED_AT);
    }

    private static Column column(Dataset<Row> table, Map<String, String> spellings, String name) {
        return table.col(quoted(spelling(spellings, name))).as(name);
    }

    private static void requireAll(Map<String, String> spellings, String source) {
        List<String> missing = all().stream()
                .filter(name -> !spellings.containsKey(ProfileField.fold(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new TrainingFailedException(
                    "%s lacks %s %s. It has: %s. Add what is missing; CreditScore, credit_score "
                                    .formatted(
                                            source,
                                            missing.size() == 1 ? "the column" : "the columns",
                                            String.join(", ", missing),
                                            String.join(", ", spellings.values()))
                            + "and creditScore are one name.");
        }
    }

    private static Map<String, String> spellings(Dataset<Row> table) {
        Map<String, String> spellings = new LinkedHashMap<>();
        Arrays.stream(table.columns()).forEach(name -> spellings.putIfAbsent(ProfileField.fold(name.strip()), name));
        return spellings;
    }

    private static String spelling(Map<String, String> spellings, String name) {
        return spellings.getOrDefault(ProfileField.fold(name), name);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static List<String> features(boolean categories) {
        return ProfileField.features().stream()
                .filter(field -> (field.kind() == ProfileField.Kind.TEXT) == categories)
                .map(ProfileField::column)
                .toList();
    }

    private TrainingColumns() {}
}
