package io.churnwatch.api.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.api.TestApi;
import io.churnwatch.api.TestCustomers;
import io.churnwatch.api.auth.Role;
import io.micronaut.json.tree.JsonNode;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RiskDashboardIT {
    private static final Offset<Double> TINY = within(1e-12);

    @RegisterExtension
    static final TestApi api = new TestApi();

    @Test
    void withoutCustomersEverythingIsZeroOrUnknown() {
        api.sql("TRUNCATE customer_churn CASCADE");

        JsonNode dashboard = dashboard();

        assertThat(dashboard.get("customers").getIntValue()).isZero();
        assertThat(dashboard.get("churn_rate").isNull()).isTrue();
        assertThat(dashboard.get("mean_probability").isNull()).isTrue();
        assertThat(dashboard.get("value_at_risk").getDoubleValue()).isZero();
        assertThat(dashboard.get("model").isNull()).isTrue();
        assertThat(dashboard.get("bands").size()).isEqualTo(4);
        assertThat(dashboard.get("distribution").size()).isEqualTo(20);
    }

    @Test
    void theNumbersEqualPlainSql() {
        api.sql("TRUNCATE customer_churn CASCADE");
        new TestCustomers(api).insertMany(120);

        JsonNode dashboard = dashboard();

        assertCount(dashboard, "customers", "SELECT count(*) FROM customer_churn");
        assertCount(dashboard, "scored", "SELECT count(*) FROM customer_risk");
        assertCount(dashboard, "exited", "SELECT count(*) FROM customer_churn WHERE exited");
        assertCount(dashboard, "high_risk", "SELECT count(*) FROM customer_risk WHERE probability > 0.7");
        assertNumber(dashboard, "mean_probability", "SELECT avg(probability) FROM customer_risk");
        assertNumber(
                dashboard,
                "value_at_risk",
                "SELECT sum(value_at_risk) FROM customer_risk JOIN customer_churn USING (customer_id) WHERE NOT exited");
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
                "churn_rate",
                "SELECT avg(CASE WHEN exited THEN 1.0 ELSE 0.0 END)::float FROM customer_churn WHERE geography = 'France'");
    }

    @Test
    void everyScoredCustomerIsInOneBinAndCertaintyIsInTheLast() {
        api.sql("TRUNCATE customer_churn CASCADE");
        TestCustomers customers = new TestCustomers(api);
        double[] probabilities = {0, 0.0499, 0.05, 0.95, 1};
        IntStream.range(0, probabilities.length).forEach(i -> {
            customers.insert(i + 1, "Hill", "France", false);
            customers.score(i + 1, 1, probabilities[i], null);
        });

        JsonNode bins = dashboard().get("distribution");

        assertThat(bins.get(0).get("customers").getIntValue()).isEqualTo(2);
        assertThat(bins.get(1).get("customers").getIntValue()).isEqualTo(1);
        assertThat(bins.get(19).get("customers").getIntValue()).isEqualTo(2);
        assertThat(bins.get(1).get("from").getDoubleValue()).isEqualTo(0.05);
        assertThat(bins.get(19).get("to").getDoubleValue()).isEqualTo(1);
    }

    @Test
    void theTenHighestAreThoseWhoCanStillBeKept() {
        api.sql("TRUNCATE customer_churn CASCADE");
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
        api.sql("TRUNCATE customer_churn CASCADE");
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
                    training_rows, training_data_hash)
                VALUES ('rf-1', 'random-forest', 'CHAMPION', '', repeat('a', 64), '{"held_out": {"roc_auc": 0.86}}', '[]', 10,
                    repeat('b', 64))""");
        promote("now() - interval '1 hour'");
        promote("now() + interval '1 hour'");
        threshold(0.65, "now() - interval '1 minute'");
        threshold(0.1, "now() + interval '1 hour'");

        JsonNode dashboard = dashboard();

        assertThat(dashboard.get("high_risk_threshold").getDoubleValue()).isEqualTo(0.65);
        assertThat(dashboard.get("model").get("model_version").getStringValue()).isEqualTo("rf-1");
        assertThat(dashboard.get("model").get("roc_auc").getDoubleValue()).isEqualTo(0.86);
        api.sql("DELETE FROM alert_configuration WHERE updated_by = 'test'");
        api.sql("DELETE FROM model_promotion");
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
