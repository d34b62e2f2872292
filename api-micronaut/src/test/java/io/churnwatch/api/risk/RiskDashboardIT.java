package io.churnwatch.api.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.api.TestApi;
import io.churnwatch.api.TestCustomers;
import io.churnwatch.api.auth.Role;
import io.micronaut.json.tree.JsonNode;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RiskDashboardIT {
    private static final Offset<Double> TINY = within(1e-12);

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeEach
    void forgetAll() {
        api.sql("TRUNCATE customer_churn CASCADE");
        api.sql("TRUNCATE risk_distribution, risk_trend");
    }

    @Test
    void withoutCustomersEverythingIsZeroOrUnknown() {
        JsonNode dashboard = dashboard();

        assertThat(dashboard.get("customers").getIntValue()).isZero();
        assertThat(dashboard.get("churn_rate").isNull()).isTrue();
        assertThat(dashboard.get("mean_probability").isNull()).isTrue();
        assertThat(dashboard.get("value_at_risk").getDoubleValue()).isZero();
        assertThat(dashboard.get("model").isNull()).isTrue();
        assertThat(dashboard.get("bands").size()).isEqualTo(4);
        assertThat(dashboard.get("distribution").size()).isEqualTo(20);
        assertThat(dashboard.get("trend").size()).isZero();
    }

    @Test
    void theNumbersEqualPlainSql() {
        TestCustomers customers = new TestCustomers(api);
        customers.insertMany(120);
        customers.rollUp();

        JsonNode dashboard = dashboard();

        assertCount(dashboard, "customers", "SELECT count(*) FROM customer_churn");
        assertCount(dashboard, "scored", "SELECT count(*) FROM customer_risk");
        assertCount(dashboard, "exited", "SELECT count(*) FROM customer_churn WHERE exited");
        assertCount(dashboard, "high_risk", "SELECT count(*) FROM customer_risk WHERE probability > 0.7");
        assertNumber(dashboard, "mean_probability", "SELECT avg(probability) FROM customer_risk");
        assertThat(dashboard.get("value_at_risk").getDoubleValue())
                .isCloseTo(
                        (Double)
                                api.sqlValue(
                                        "SELECT sum(value_at_risk) FROM customer_risk JOIN customer_churn USING (customer_id) WHERE NOT exited"),
                        within(100 * 0.005));
        for (int band = 0; band < 4; band++) {
            JsonNode share = dashboard.get("bands").get(band);
            String name = share.get("band").getStringValue();
            assertCount(share, "customers", "SELECT count(*) FROM customer_risk WHERE band = '" + name + "'");
        }
        JsonNode largest = dashboard.get("geographies").get(0);
        assertThat(largest.get("geography").getStringValue()).isEqualTo("France");
        assertCount(largest, "customers", "SELECT count(*) FROM customer_churn WHERE geography = 'France'");
        assertNumber(
                largest,
                "mean_probability",
                "SELECT avg(probability) FROM customer_risk JOIN customer_churn USING (customer_id) WHERE geography = 'France'");
        assertNumber(
                largest,
                "churn_rate",
                "SELECT avg(CASE WHEN exited THEN 1.0 ELSE 0.0 END)::float FROM customer_churn WHERE geography = 'France'");
    }

    @Test
    void everyScoredCustomerIsInOneBinAndCertaintyIsInTheLast() {
        TestCustomers customers = new TestCustomers(api);
        double[] probabilities = {0, 0.0499, 0.05, 0.95, 1};
        IntStream.range(0, probabilities.length).forEach(i -> {
            customers.insert(i + 1, "Hill", "France", false);
            customers.score(i + 1, 1, probabilities[i], null);
        });
        customers.rollUp();

        JsonNode bins = dashboard().get("distribution");

        assertThat(bins.get(0).get("customers").getIntValue()).isEqualTo(2);
        assertThat(bins.get(1).get("customers").getIntValue()).isEqualTo(1);
        assertThat(bins.get(19).get("customers").getIntValue()).isEqualTo(2);
        assertThat(bins.get(1).get("from").getDoubleValue()).isEqualTo(0.05);
        assertThat(bins.get(19).get("to").getDoubleValue()).isEqualTo(1);
    }

    @Test
    void whoHasNoScoreYetIsCountedAmongTheCustomersOfTheGeography() {
        TestCustomers customers = new TestCustomers(api);
        customers.insert(1, "Hill", "France", false);
        customers.score(1, 1, 0.8, null);
        customers.insert(2, "New", "France", true);
        customers.insert(3, "Elsewhere", null, false);
        customers.rollUp();

        JsonNode dashboard = dashboard();

        assertThat(dashboard.get("customers").getIntValue()).isEqualTo(3);
        assertThat(dashboard.get("scored").getIntValue()).isEqualTo(1);
        assertThat(dashboard.get("exited").getIntValue()).isEqualTo(1);
        JsonNode france = dashboard.get("geographies").get(0);
        assertThat(france.get("customers").getIntValue()).isEqualTo(2);
        assertThat(france.get("churn_rate").getDoubleValue()).isEqualTo(0.5);
        assertThat(france.get("mean_probability").getDoubleValue()).isEqualTo(0.8);
        JsonNode nowhere = dashboard.get("geographies").get(1);
        assertThat(nowhere.get("geography").isNull()).isTrue();
        assertThat(nowhere.get("mean_probability").isNull()).isTrue();
    }

    /** A sum that is empty again speaks of nobody. */
    @Test
    void aGeographyThatEverybodyLeftIsGone() {
        distribution("France", 3, 0, null);
        distribution("Germany", 3, 2, 0.17);

        JsonNode dashboard = dashboard();

        assertThat(dashboard.get("geographies").size()).isEqualTo(1);
        assertThat(dashboard.get("mean_probability").getDoubleValue()).isCloseTo(0.17, TINY);
    }

    @Test
    void theTrendHoldsEachGeographysRowUntilItsNextOne() {
        distribution("France", 3, 5, 0.17);
        trend("France", "8 hours", 2, 0.10, 0, 100);
        trend("France", "7 hours", 4, 0.20, 1, 200);
        trend(null, "7 hours", 1, 0.50, 0, 50);
        trend("Germany", "4 hours", 3, 0.30, 1, 300);
        trend("France", "2 hours", 5, 0.40, 2, 250);
        trend("France", "0 hours", 6, 0.50, 3, 260);
        trend("France", "-1 hours", 60, 0.50, 30, 2600);

        JsonNode trend = dashboard().get("trend");

        assertThat(trend.size()).isEqualTo(181);
        assertPoint(trend.get(0), 5, 1, 250, (4 * 0.20 + 0.50) / 5);
        assertPoint(trend.get(59), 5, 1, 250, (4 * 0.20 + 0.50) / 5);
        assertPoint(trend.get(60), 8, 2, 550, (4 * 0.20 + 0.50 + 3 * 0.30) / 8);
        assertPoint(trend.get(120), 9, 3, 600, (5 * 0.40 + 0.50 + 3 * 0.30) / 9);
        assertPoint(trend.get(180), 10, 4, 610, (6 * 0.50 + 0.50 + 3 * 0.30) / 10);
    }

    @Test
    void theTrendBeginsWithTheFirstScore() {
        distribution("France", 3, 5, 0.17);
        trend("France", "1 hour", 5, 0.17, 0, 100);

        assertThat(dashboard().get("trend").size()).isEqualTo(31);
    }

    @Test
    void theTenHighestAreThoseWhoCanStillBeKept() {
        TestCustomers customers = new TestCustomers(api);
        customers.insert(1, "Left", "France", true);
        customers.score(1, 1, 0.99, null);
        customers.insert(2, "Stays", "France", null);
        customers.score(2, 1, 0.9, null);

        JsonNode highest = dashboard().get("high_risk_customers");

        assertThat(highest.size()).isEqualTo(1);
        assertThat(highest.get(0).get("surname").getStringValue()).isEqualTo("Stays");
    }

    @Test
    void onlyScoresThatCrossABandAreRecentChanges() {
        TestCustomers customers = new TestCustomers(api);
        customers.insert(1, "Hill", "France", false);
        customers.score(1, 1, 0.1, null);
        customers.score(1, 2, 0.29, 0.1);
        customers.score(1, 3, 0.3, 0.29);
        customers.score(1, 4, 0.9, 0.3);

        JsonNode changes = dashboard().get("recent_changes");

        assertThat(changes.size()).isEqualTo(2);
        assertThat(changes.get(0).get("band").getStringValue()).isEqualTo("CRITICAL");
        assertThat(changes.get(0).get("previous_band").getStringValue()).isEqualTo("MEDIUM");
        assertThat(changes.get(1).get("previous_band").getStringValue()).isEqualTo("LOW");
    }

    @Test
    void thresholdAndChampionAreThoseInForceNow() {
        api.sql("""
                INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash, mlflow_experiment_id, mlflow_run_id)
                VALUES ('rf-1', 'random-forest', 'CHAMPION', '', repeat('a', 64), '{"held_out": {"roc_auc": 0.86}}', '[]', 10,
                    repeat('b', 64), '1', '0a1b')""");
        promote("now() - interval '1 hour'");
        promote("now() + interval '1 hour'");
        threshold(0.65, "now() - interval '1 minute'");
        threshold(0.1, "now() + interval '1 hour'");

        JsonNode dashboard = dashboard();

        assertThat(dashboard.get("high_risk_threshold").getDoubleValue()).isEqualTo(0.65);
        assertThat(dashboard.get("model").get("model_version").getStringValue()).isEqualTo("rf-1");
        assertThat(dashboard.get("model").get("roc_auc").getDoubleValue()).isEqualTo(0.86);
        assertThat(dashboard.get("model").get("mlflow_run_url").getStringValue())
                .isEqualTo(TestApi.MLFLOW + "/#/experiments/1/runs/0a1b");
        assertThat(dashboard.get("model").get("mlflow_experiment_url").getStringValue())
                .isEqualTo(TestApi.MLFLOW + "/#/experiments/1");
        api.sql("DELETE FROM alert_configuration WHERE updated_by = 'test'");
        api.sql("DELETE FROM model_promotion");
    }

    private static void distribution(@Nullable String geography, int bin, int customers, @Nullable Double mean) {
        api.sql("INSERT INTO risk_distribution VALUES (?, ?, ?, 0, 0, ?, 0)", geography, bin, customers, mean);
    }

    private static void trend(
            @Nullable String geography, String ago, int customers, double mean, int highRisk, int valueAtRisk) {
        api.sql(
                "INSERT INTO risk_trend VALUES (date_trunc('minute', now()) - ?::interval, ?, ?, ?, ?, ?)",
                ago,
                geography,
                customers,
                mean,
                highRisk,
                valueAtRisk);
    }

    private static void assertPoint(JsonNode point, int scored, int highRisk, double valueAtRisk, double mean) {
        assertThat(point.get("scored").getIntValue()).isEqualTo(scored);
        assertThat(point.get("high_risk").getIntValue()).isEqualTo(highRisk);
        assertThat(point.get("value_at_risk").getDoubleValue()).isEqualTo(valueAtRisk);
        assertThat(point.get("mean_probability").getDoubleValue()).isCloseTo(mean, TINY);
    }

    private static void promote(String effectiveAt) {
        api.sql("INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)"
                + " VALUES ('CHAMPION', 'rf-1', 'test', 'test', " + effectiveAt + ")");
    }

    private static void threshold(double threshold, String effectiveAt) {
        api.sql("INSERT INTO alert_configuration (high_risk_threshold, effective_at, updated_by)" + " VALUES ("
                + threshold + ", " + effectiveAt + ", 'test')");
    }

    private static JsonNode dashboard() {
        return api.get(Role.VIEWER, "/api/risk/dashboard/").json();
    }

    private static void assertCount(JsonNode node, String member, String sql) {
        assertThat(node.get(member).getLongValue()).as(member).isEqualTo(api.sqlValue(sql));
    }

    private static void assertNumber(JsonNode node, String member, String sql) {
        assertThat(node.get(member).getDoubleValue()).as(member).isCloseTo((Double) api.sqlValue(sql), TINY);
    }
}
