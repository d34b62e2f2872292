package io.churnwatch.training.train;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A number that SQL computes from others. The exporter writes the expression into the PMML, so that every engine computes it
 * alike. A new one is a line in {@link #ALL}; literals must be doubles (1.0D), and {@code {age}} means the age with
 * unknown values filled in.
 *
 * @param name of the column
 * @param sql with {@code {field}} for each of its fields
 * @param fields in the expression
 */
public record DerivedFeature(String name, String sql, Set<String> fields) {
    /** All derived features. */
    public static final List<DerivedFeature> ALL = List.of(
            of("balance_to_salary", "{balance} / ({estimated_salary} + 1.0D)", "balance", "estimated_salary"),
            of("tenure_to_age", "{tenure} / ({age} + 1.0D)", "tenure", "age"),
            of("balance_per_product", "{balance} / ({num_of_products} + 1.0D)", "balance", "num_of_products"),
            of("has_balance", "if({balance} > 0.0D, 1.0D, 0.0D)", "balance"),
            of("idle_age", "{age} * (1.0D - {is_active_member})", "age", "is_active_member"));

    private static DerivedFeature of(String name, String sql, String... fields) {
        return new DerivedFeature(name, sql, Set.of(fields));
    }

    /** Returns the item of a SELECT list; {@code known} gives the SQL for each field. */
    String column(UnaryOperator<String> known) {
        String expression = sql;
        for (String field : fields) {
            expression = expression.replace("{" + field + "}", known.apply(field));
        }
        return expression + " AS " + name;
    }
}
