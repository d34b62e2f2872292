package io.churnwatch.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import io.micronaut.json.tree.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutcomeIT {
    private static final String PATH = "/api/outcomes/";
    private static final String QUALITY = "/api/alerts/quality/";
    private static final String LEFT = """
            {"customer_id": 1, "outcome": "EXITED", "occurred_at": "2026-03-04T10:15:00Z"}""";
    private static final String STAYED = """
            {"customer_id": 2, "outcome": "STAYED", "occurred_at": "2026-03-04T10:15:00Z"}""";

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeEach
    void threeCustomers() {
        api.sql("TRUNCATE customer_churn, alert_history CASCADE");
        api.sql("INSERT INTO customer_churn (customer_id) SELECT generate_series(1, 3)");
    }

    @Test
    void outcomesAreRecordedOnceAndCorrectedByALaterWord() {
        Answer first = record(LEFT, STAYED);
        Answer second = record(LEFT, STAYED.replace("STAYED", "EXITED"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().get("recorded").getIntValue()).isEqualTo(2);
        assertThat(second.json().get("repeated").getIntValue()).isEqualTo(1);
        assertThat(second.json().get("corrected").getIntValue()).isEqualTo(1);
        assertThat(api.sqlValue("SELECT string_agg(concat_ws(' ', customer_id, outcome, source, recorded_by), ', '"
                        + " ORDER BY customer_id) FROM churn_outcome"))
                .isEqualTo("1 EXITED API the-admin, 2 EXITED API the-admin");
    }

    @Test
    void oneThatIsRefusedKeepsAllFromBeingRecorded() {
        Answer refused = record(
                LEFT,
                LEFT,
                STAYED.replace("STAYED", "PERHAPS"),
                STAYED.replace("2026", "2999"),
                STAYED.replace("2026-03-04T10:15:00Z", "March"),
                "{\"customer\": 2}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/outcomes/1 has the customer and the time of /outcomes/0",
                        "/outcomes/2/outcome must be one of [EXITED, STAYED]",
                        "/outcomes/3/occurred_at must lie between 1900 and now",
                        "/outcomes/4/occurred_at must be a time such as 2026-03-03T14:00:00Z",
                        "/outcomes/5/customer is not known here",
                        "/outcomes/5/customer_id is missing",
                        "/outcomes/5/outcome is missing",
                        "/outcomes/5/occurred_at is missing");
        assertThat(record(LEFT, STAYED.replace("2,", "4,")).errors())
                .containsExactly("/outcomes/1/customer_id is no customer here");
        assertThat(api.post(Role.ADMIN, PATH, "{\"outcomes\": []}").errors())
                .containsExactly("/outcomes must be a list of 1 to 1000 objects");
        assertThat(api.post(Role.ADMIN, PATH, "{\"outcomes\": \"EXITED\"}").errors())
                .containsExactly("/outcomes must be a list of 1 to 1000 objects");
        assertThat(api.sqlValue("SELECT count(*) FROM churn_outcome")).isEqualTo(0L);
    }

    @Test
    void aThousandAtOnceAreTakenAndOneMoreIsNot() {
        api.sql("INSERT INTO customer_churn (customer_id) SELECT generate_series(4, 1001)");

        assertThat(record(many(1000)).json().get("recorded").getIntValue()).isEqualTo(1000);
        assertThat(record(many(1001)).status()).isEqualTo(400);
    }

    @Test
    void onlyAnAdminRecordsAndEverybodySeesTheFigures() {
        assertThat(api.post(Role.ANALYST, PATH, body(LEFT)).status()).isEqualTo(403);
        assertThat(api.get(Role.VIEWER, QUALITY).status()).isEqualTo(200);
        assertThat(api.get(Role.VIEWER, QUALITY + "?horizon_days=0").errors())
                .containsExactly("/horizon_days must be from 1 to 3650");
        assertThat(api.get(Role.VIEWER, QUALITY + "?since=spring").errors())
                .containsExactly("/since must be a time such as 2026-03-03T14:00:00Z");
    }

    @Test
    void pastAlertsAreJudgedByOutcomes() {
        alert(1, "2026-02-02T10:15:00Z");
        alert(2, "2026-02-02T10:15:00Z");
        record(LEFT, STAYED);

        JsonNode quality =
                api.get(Role.VIEWER, QUALITY + "?since=2026-01-01T00:00:00Z").json();

        assertThat(quality.get("horizon_days").getIntValue()).isEqualTo(90);
        assertThat(quality.get("stays").getIntValue()).isEqualTo(1);
        assertThat(quality.get("overall").get("precision").getDoubleValue()).isEqualTo(0.5);
        assertThat(quality.get("overall").get("recall").getDoubleValue()).isEqualTo(1);
        assertThat(quality.get("overall").get("lead_days_p10").getDoubleValue()).isEqualTo(30);
        assertThat(quality.get("by_rule").get(0).get("rule").getStringValue()).isEqualTo("HIGH_RISK");
        assertThat(quality.get("by_threshold").get(0).get("threshold").getDoubleValue())
                .isEqualTo(0.7);
        assertThat(quality.get("by_model").get(0).get("model_version").getStringValue())
                .isEqualTo("rf-1");
        assertThat(api.get(Role.VIEWER, QUALITY + "?since=2026-03-05T00:00:00Z")
                        .json()
                        .get("overall")
                        .get("precision")
                        .isNull())
                .isTrue();
    }

    private static void alert(int customer, String raisedAt) {
        api.sql("""
                INSERT INTO churn_risk_history (customer_id, churn_probability, event_id, sequence, logged_at, model_version,
                    config_version, features, cause, scored_at)
                VALUES (?, 0.9, ?, 1, ?::timestamptz, 'rf-1', 1, '{}', 'UPDATE', now())""", customer, "e-" + customer, raisedAt);
        api.sql("""
                INSERT INTO alert_history (customer_id, alert_type, message, alert_id, raised_at, model_version, config_version)
                VALUES (?, 'HIGH_RISK', '{}', gen_random_uuid(), ?::timestamptz, 'rf-1', 1)""", customer, raisedAt);
    }

    private static String many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(customer -> LEFT.replace("1,", customer + ","))
                .collect(Collectors.joining(","));
    }

    private static Answer record(String... outcomes) {
        return api.post(Role.ADMIN, PATH, body(outcomes));
    }

    private static String body(String... outcomes) {
        return "{\"outcomes\": [" + String.join(",", outcomes) + "]}";
    }
}
