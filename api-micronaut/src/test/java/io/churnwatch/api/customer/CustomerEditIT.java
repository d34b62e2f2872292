package io.churnwatch.api.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.TestCustomers;
import io.churnwatch.api.auth.Role;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.UpdateOp;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CustomerEditIT {
    @RegisterExtension
    static final TestApi api = new TestApi();

    private final TestCustomers customers = new TestCustomers(api);

    @Test
    void aCreatedCustomerIsARowAndAnUpdateForTheFeed() throws InvalidUpdateException {
        Answer created = create("""
                {"customer_id": 101, "profile": {"surname": "Hill", "age": 38, "balance": 1234.567,
                 "exited": false, "attributes": {"segment": "gold", "logins": 3, "unknown": null}}}""");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).hasValue("/api/customers/101/");
        JsonNode profile = created.json().get("profile");
        assertThat(profile.get("balance").getDoubleValue()).isEqualTo(1234.57);
        assertThat(profile.get("has_cr_card").isNull()).isTrue();
        assertThat(profile.get("attributes").size()).isEqualTo(2);
        assertThat(created.json().get("risk").isNull()).isTrue();

        CustomerUpdate update = onlyUpdate(101);
        assertThat(update.op()).isEqualTo(UpdateOp.UPSERT);
        assertThat(update.source()).isEqualTo("analyst");
        assertThat(update.profile().balance()).isEqualTo(1234.57);
        assertThat(update.profile().hasCrCard()).isNull();
        assertThat(update.occurredAt()).isEqualTo(update.occurredAt().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void aTakenIdIsAConflictAndLeavesNoUpdate() {
        customers.insert(102, "First", "France", false);

        Answer refused = create("{\"customer_id\": 102, \"profile\": {\"surname\": \"Second\"}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).isEqualTo("There is a customer 102 already.");
        assertThat(updates(102)).isZero();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer refused = create("""
                {"customer_id": 0, "extra": 1, "profile": {"age": 17, "credit_score": "high", "balance": -1,
                 "exited": 1, "tenure": 2.5, "Age": 20, "a/b": 1, "gender": "x1234567890", "geography": [],
                 "attributes": {"list": [], "long": "%s"}}}""".formatted("x".repeat(201)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/extra is not known here",
                        "/customer_id must be a whole number from 1 to 9007199254740991",
                        "/profile/age must be from 18 to 120, not 17",
                        "/profile/credit_score must be a number",
                        "/profile/balance must be from 0 to 9999999999999, not -1",
                        "/profile/exited must be true or false",
                        "/profile/tenure must be a whole number, not 2.5",
                        "/profile/Age is not a profile field; a bank's own features belong into profile.attributes",
                        "/profile/a~1b is not a profile field; a bank's own features belong into profile.attributes",
                        "/profile/gender is longer than 10 characters",
                        "/profile/geography must be a number, a string, true or false",
                        "/profile/attributes/list must be a number, a string, true or false",
                        "/profile/attributes/long is longer than 200 characters");
    }

    @Test
    void whatOnlyTheFeedWouldRejectIsRefusedTooAndRolledBack() {
        Answer refused = create("{\"customer_id\": 103, \"profile\": {\"attributes\": {\"Not A Name\": 1}}}");

        assertThat(refused.errors().get(0)).startsWith("/profile/attributes may hold 200 names");
        assertThat(api.get(Role.VIEWER, "/api/customers/103/").status()).isEqualTo(404);
    }

    @Test
    void aPatchChangesOnlyWhatItBrings() throws InvalidUpdateException {
        customers.insert(104, "Kept", "France", false);

        Answer changed = patch(104, "{\"profile\": {\"age\": 41, \"surname\": null, \"attributes\": {\"logins\": 9}}}");

        assertThat(changed.status()).isEqualTo(200);
        JsonNode profile = changed.json().get("profile");
        assertThat(profile.get("age").getIntValue()).isEqualTo(41);
        assertThat(profile.get("surname").getStringValue()).isEqualTo("Kept");
        assertThat(profile.get("attributes").get("logins").getIntValue()).isEqualTo(9);
        assertThat(profile.get("attributes").get("segment").getStringValue()).isEqualTo("gold");
        CustomerUpdate update = onlyUpdate(104);
        assertThat(update.op()).isEqualTo(UpdateOp.PATCH);
        assertThat(update.profile().age()).isEqualTo(41);
        assertThat(update.profile().surname()).isNull();
    }

    @Test
    void editsAtOnceStandInTheOutboxInTheOrderOfTheirTimes() {
        customers.insert(108, "Kept", "France", false);

        IntStream.range(0, 24).parallel().forEach(i -> patch(108, "{\"profile\": {\"age\": " + (20 + i) + "}}"));

        assertThat(updates(108)).isEqualTo(24);
        Object disordered = api.sqlValue("""
                SELECT count(*) FROM (
                    SELECT occurred_at < lag(occurred_at) OVER (ORDER BY id) AS disordered
                    FROM (SELECT id, (payload ->> 'occurred_at')::timestamptz AS occurred_at
                          FROM outbox WHERE key = '108') times) pairs
                WHERE disordered""");
        assertThat(disordered).isEqualTo(0L);
    }

    @Test
    void aPatchOfNothingIsRefused() {
        customers.insert(105, "Kept", "France", false);

        assertThat(patch(105, "{\"profile\": {\"age\": null}}").errors())
                .containsExactly("/profile must bring at least one field that is not null");
        assertThat(patch(105, "{}").errors()).containsExactly("/profile is missing");
    }

    @Test
    void aPatchOfNobodyIsNotFound() {
        assertThat(patch(199, "{\"profile\": {\"age\": 41}}").status()).isEqualTo(404);
        assertThat(updates(199)).isZero();
    }

    @Test
    void theDetailShowsHistoryAndAlertsNewestFirst() {
        customers.insert(106, "Hill", "France", false);
        customers.score(106, 1, 0.2, null);
        customers.score(106, 2, 0.85, 0.2);
        alert(106, "HIGH_RISK", "2026-11-22T10:00:00Z");
        alert(106, "RISK_INCREASE", "2026-11-22T11:00:00Z");

        JsonNode detail = api.get(Role.VIEWER, "/api/customers/106/").json();

        assertThat(detail.get("risk").get("probability").getDoubleValue()).isEqualTo(0.85);
        assertThat(detail.get("risk").get("band").getStringValue()).isEqualTo("CRITICAL");
        assertThat(detail.get("risk").get("reasons").get(0).get("text").getStringValue())
                .isEqualTo("old");
        assertThat(detail.get("history").get(0).get("sequence").getIntValue()).isEqualTo(2);
        assertThat(detail.get("history").get(0).get("is_high_risk").getBooleanValue())
                .isFalse();
        assertThat(detail.get("history").get(1).get("previous_probability").isNull())
                .isTrue();
        assertThat(detail.get("alerts").get(0).get("alert_type").getStringValue())
                .isEqualTo("RISK_INCREASE");
        assertThat(detail.get("alerts").get(0).get("threshold").getDoubleValue())
                .isEqualTo(0.7);
        assertThat(detail.get("alerts").get(0).get("previous_probability").isNull())
                .isTrue();
    }

    @Test
    void whoMayOnlyLookMayNotChange() {
        String body = "{\"customer_id\": 107, \"profile\": {}}";

        assertThat(api.post(Role.VIEWER, "/api/customers/", body).status()).isEqualTo(403);
        assertThat(api.patch(Role.VIEWER, "/api/customers/107/", body).status()).isEqualTo(403);
        assertThat(api.post(Role.ADMIN, "/api/customers/", body).status()).isEqualTo(201);
    }

    private static void alert(long customerId, String type, String raisedAt) {
        api.sql("""
                INSERT INTO alert_history (customer_id, alert_type, message, alert_id, raised_at)
                VALUES (?, ?, '{"probability": 0.85, "previous_probability": null, "threshold": 0.7}',
                    gen_random_uuid(), ?::timestamptz)""", customerId, type, raisedAt);
    }

    private static Answer create(String json) {
        return api.post(Role.ANALYST, "/api/customers/", json);
    }

    private static Answer patch(long customerId, String json) {
        return api.patch(Role.ANALYST, "/api/customers/" + customerId + "/", json);
    }

    private static long updates(long customerId) {
        return (Long) api.sqlValue("SELECT count(*) FROM outbox WHERE key = '" + customerId + "'");
    }

    private static CustomerUpdate onlyUpdate(long customerId) throws InvalidUpdateException {
        assertThat(updates(customerId)).isEqualTo(1);
        Object payload = api.sqlValue("SELECT payload::text FROM outbox WHERE key = '" + customerId + "'");
        return CustomerUpdateJson.read(payload.toString().getBytes(StandardCharsets.UTF_8));
    }
}
