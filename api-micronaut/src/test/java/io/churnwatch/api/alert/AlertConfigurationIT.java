package io.churnwatch.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.Await;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.IncreaseUnit;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertConfigurationIT {
    private static final String PATH = "/api/alerts/config/";

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeEach
    void onlyTheFirst() {
        api.sql("DELETE FROM alert_configuration WHERE id > 1");
        api.sql("UPDATE alert_configuration SET webhook_url = NULL");
        api.sql("DELETE FROM outbox");
    }

    @Test
    void theOneInForceSaysWhoseItIsAndSinceWhen() {
        Answer answer = api.get(Role.ANALYST, PATH);

        JsonNode config = answer.json();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue("\"1\"");
        assertThat(config.get("id").getIntValue()).isEqualTo(1);
        assertThat(config.get("is_enabled").getBooleanValue()).isTrue();
        assertThat(config.get("high_risk_threshold").getDoubleValue()).isEqualTo(0.7);
        assertThat(config.get("risk_increase_threshold").getDoubleValue()).isEqualTo(20.0);
        assertThat(config.get("increase_unit").getStringValue()).isEqualTo("RELATIVE");
        assertThat(config.get("cooldown_seconds").getIntValue()).isEqualTo(86_400);
        assertThat(config.get("webhook_url").isNull()).isTrue();
        assertThat(config.get("updated_by").getStringValue()).isEqualTo("churnwatch");
        assertThat(config.get("effective_at").getStringValue()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void aChangeIsARowAndAMessageForTheJobAndComesIntoForceASecondLater() {
        Instant before = Instant.now();

        Answer changed = change("""
                {"high_risk_threshold": 0.65, "increase_unit": "POINTS", "risk_increase_threshold": 12.5,
                 "cooldown_seconds": 5400, "hysteresis": null}""");

        assertThat(changed.status()).isEqualTo(200);
        AlertConfig told = onlyMessage();
        assertThat(changed.header("ETag")).hasValue("\"" + told.configVersion() + "\"");
        assertThat(told)
                .isEqualTo(new AlertConfig(
                        changed.json().get("id").getLongValue(),
                        true,
                        0.65,
                        12.5,
                        IncreaseUnit.POINTS,
                        0.2,
                        0.05,
                        5400,
                        Instant.parse(changed.text("effective_at"))));
        assertThat(told.effectiveAt())
                .isBetween(before.plusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(changed.text("updated_by")).isEqualTo(TestApi.userOf(Role.ADMIN));
        assertThat(id(api.get(Role.ANALYST, PATH))).isEqualTo(1);
        Await.until("the change is in force", () -> id(api.get(Role.ANALYST, PATH)) == told.configVersion());
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
        Answer first = changeIf("\"1\"", "{\"high_risk_threshold\": 0.6}");

        Answer second = changeIf("\"1\"", "{\"high_risk_threshold\": 0.8}");

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("detail"))
                .contains(
                        "Meanwhile the-admin has changed it",
                        "If-Match: " + first.header("ETag").orElseThrow());
        assertThat(changeIf(first.header("ETag").orElseThrow(), "{\"high_risk_threshold\": 0.8}")
                        .status())
                .isEqualTo(200);
        assertThat(changeIf("*", "{\"high_risk_threshold\": 0.9}").status()).isEqualTo(200);
        assertThat(changeIf("seven", "{\"high_risk_threshold\": 0.9}").status()).isEqualTo(400);
    }

    @Test
    void aChangeOfNothingAppendsNothing() {
        Answer same = change("{\"high_risk_threshold\": 0.7, \"is_enabled\": true}");

        assertThat(id(same)).isEqualTo(1);
        assertThat(api.sqlValue("SELECT count(*) FROM outbox")).isEqualTo(0L);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer refused = change("""
                {"is_enabled": "yes", "high_risk_threshold": 1.2, "risk_increase_threshold": -1,
                 "increase_unit": "PERCENT", "min_probability": "low", "hysteresis": [], "cooldown_seconds": 1.5,
                 "webhook_url": "https://discord.com/x", "id": 3}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/is_enabled must be true or false",
                        "/high_risk_threshold must be a number from 0 to 1",
                        "/risk_increase_threshold must be a number from 0 to 1000000",
                        "/increase_unit must be one of [RELATIVE, POINTS]",
                        "/min_probability must be a number from 0 to 1",
                        "/hysteresis must be a number from 0 to 1",
                        "/cooldown_seconds must be a whole number from 0 to 31536000",
                        "/webhook_url is not known here",
                        "/id is not known here");
        assertThat(change("{\"is_enabled\": null}").errors())
                .containsExactly(" must bring at least one member that is not null");
    }

    @Test
    void theWebhookStaysAndItsSecretIsNeverShown() {
        api.sql("UPDATE alert_configuration SET webhook_url = 'https://discord.com/api/webhooks/12/secret'");

        Answer changed = change("{\"is_enabled\": false}");

        assertThat(changed.text("webhook_url")).isEqualTo("https://discord.com/****");
        assertThat(api.get(Role.ADMIN, PATH + "history/").text()).doesNotContain("secret");
        assertThat(api.sqlValue("SELECT count(*) FROM alert_configuration WHERE webhook_url LIKE '%/secret'"))
                .isEqualTo(2L);
        assertThat(api.sqlValue("SELECT count(*) FROM outbox WHERE payload::text LIKE '%secret%'"))
                .isEqualTo(0L);
    }

    @Test
    void theHistoryIsPagedNewestFirst() {
        long second = id(change("{\"high_risk_threshold\": 0.6}"));
        long third = id(change("{\"high_risk_threshold\": 0.5}"));

        JsonNode page = api.get(Role.ANALYST, PATH + "history/?limit=2").json();
        JsonNode rest = api.get(
                        Role.ANALYST,
                        PATH + "history/?limit=2&before=" + page.get("next").getLongValue())
                .json();

        assertThat(page.get("items").get(0).get("id").getLongValue()).isEqualTo(third);
        assertThat(page.get("items").get(1).get("id").getLongValue()).isEqualTo(second);
        assertThat(rest.get("items").get(0).get("id").getLongValue()).isEqualTo(1);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(api.get(Role.ANALYST, PATH + "history/?limit=0").errors())
                .containsExactly("/limit must be from 1 to 200");
    }

    @Test
    void changesAtOnceComeIntoForceOneAfterTheOtherAndNoneIsLost() {
        IntStream.range(0, 16).parallel().forEach(i -> change("{\"cooldown_seconds\": " + (100 + i) + "}"));

        assertThat(api.sqlValue("SELECT count(DISTINCT cooldown) FROM alert_configuration"))
                .isEqualTo(17L);
        assertThat(api.sqlValue("""
                SELECT count(*) FROM (SELECT effective_at <= lag(effective_at) OVER (ORDER BY id) AS disordered
                    FROM alert_configuration) pairs WHERE disordered""")).isEqualTo(0L);
    }

    @Test
    void onlyAdminsChangeAndOnlyAnalystsSee() {
        assertThat(api.get(Role.VIEWER, PATH).status()).isEqualTo(403);
        assertThat(api.post(Role.ANALYST, PATH, "{\"is_enabled\": false}").status())
                .isEqualTo(403);
        assertThat(api.send(api.request(PATH)).status()).isEqualTo(401);
    }

    private static Answer change(String json) {
        return api.post(Role.ADMIN, PATH, json);
    }

    private static Answer changeIf(String tag, String json) {
        return api.postIf(Role.ADMIN, PATH, tag, json);
    }

    private static long id(Answer answer) {
        return answer.json().get("id").getLongValue();
    }

    private static AlertConfig onlyMessage() {
        Object payload = api.sqlValue("SELECT payload::text FROM outbox WHERE key = 'alert-config'");
        return ControlJson.read(payload.toString().getBytes(StandardCharsets.UTF_8))
                .alertConfig();
    }
}
