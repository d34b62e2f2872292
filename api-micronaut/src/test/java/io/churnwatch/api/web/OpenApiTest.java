package io.churnwatch.api.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.ProfileField;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The generated description says what clients are generated from. */
@SuppressWarnings("unchecked") // a document is maps in maps
class OpenApiTest {
    private final Map<String, Object> document = document();
    private final Map<String, Object> schemas = at(document, "components", "schemas");

    @Test
    void everyOperationIsThereUnderItsPathWithASlash() {
        Map<String, String> operations = new TreeMap<>();
        at(document, "paths")
                .forEach((path, methods) -> ((Map<String, Object>) methods)
                        .forEach((method, operation) ->
                                operations.put(id(operation), method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(operations)
                .isEqualTo(Map.ofEntries(
                        entry("login", "POST /api/auth/login/"),
                        entry("refresh", "POST /api/auth/refresh/"),
                        entry("logout", "POST /api/auth/logout/"),
                        entry("changePassword", "POST /api/auth/password/"),
                        entry("listCustomers", "GET /api/customers/"),
                        entry("createCustomer", "POST /api/customers/"),
                        entry("getCustomer", "GET /api/customers/{customer_id}/"),
                        entry("updateCustomer", "PATCH /api/customers/{customer_id}/"),
                        entry("getAlertConfiguration", "GET /api/alerts/config/"),
                        entry("changeAlertConfiguration", "POST /api/alerts/config/"),
                        entry("listAlertConfigurations", "GET /api/alerts/config/history/"),
                        entry("alertQuality", "GET /api/alerts/quality/"),
                        entry("recordOutcomes", "POST /api/outcomes/"),
                        entry("riskDashboard", "GET /api/risk/dashboard/"),
                        entry("getDrift", "GET /api/drift/"),
                        entry("train", "POST /api/train/"),
                        entry("listTrainings", "GET /api/train/"),
                        entry("getTraining", "GET /api/train/{id}/"),
                        entry("cancelTraining", "DELETE /api/train/{id}/"),
                        entry("listModels", "GET /api/models/"),
                        entry("getModel", "GET /api/models/{model_version}/"),
                        entry("liveModel", "GET /api/models/live/"),
                        entry("modelMetrics", "GET /api/model-metrics/"),
                        entry("promoteModel", "POST /api/models/{model_version}/promote/"),
                        entry("rejectModel", "POST /api/models/{model_version}/reject/"),
                        entry("rollBackModel", "POST /api/models/rollback/")));
    }

    @Test
    void everyOperationMayAnswerWithAProblem() {
        at(document, "paths")
                .values()
                .forEach(methods -> ((Map<String, Object>) methods)
                        .values()
                        .forEach(operation ->
                                assertThat(problemOf(operation)).isEqualTo("#/components/schemas/Problem")));
    }

    @Test
    void theSchemasHaveTheNamesOfTheContract() {
        assertThat(schemas.keySet())
                .contains(
                        "LoginRequest",
                        "PasswordChange",
                        "Session",
                        "Role",
                        "RiskBand",
                        "RiskTrend",
                        "Cause",
                        "Profile",
                        "NewCustomer",
                        "CustomerPatch",
                        "CustomerSummary",
                        "CustomerPage",
                        "CustomerRisk",
                        "Reason",
                        "HistoryEntry",
                        "AlertEntry",
                        "CustomerDetail",
                        "RiskDashboard",
                        "AlertConfiguration",
                        "AlertConfigurationChange",
                        "AlertConfigurationPage",
                        "IncreaseUnit",
                        "TrainingRequest",
                        "TrainingRun",
                        "TrainingRunDetail",
                        "TrainingRunPage",
                        "ModelSummary",
                        "ModelPage",
                        "ModelDetail",
                        "ModelMetrics",
                        "Promotion",
                        "PromotionRequest",
                        "DecisionRequest",
                        "Problem");
    }

    @Test
    void aMemberOfAResponseIsAlwaysThereAndNullWhereItMayBe() {
        Map<String, Object> summary = at(schemas, "CustomerSummary");

        assertThat((List<String>) summary.get("required"))
                .containsExactlyInAnyOrderElementsOf(at(summary, "properties").keySet());
        assertThat(at(summary, "properties", "probability")).containsEntry("nullable", true);
        assertThat(at(summary, "properties", "customer_id")).doesNotContainKey("nullable");
        assertThat(at(schemas, "CustomerDetail", "properties", "risk")).containsEntry("nullable", true);
        assertThat(at(schemas, "HistoryEntry", "properties")).containsKeys("is_high_risk", "model_change");
    }

    @Test
    void aProfileHasTheRangesThatAreChecked() {
        Map<String, Object> properties = at(schemas, "Profile", "properties");
        for (ProfileField field : ProfileField.values()) {
            Map<String, Object> property = at(properties, field.column());
            switch (field.kind()) {
                case TEXT -> assertThat(number(property, "maxLength")).isEqualTo(field.max());
                case INTEGER, MONEY -> {
                    assertThat(number(property, "minimum")).as(field.column()).isEqualTo(field.min());
                    assertThat(number(property, "maximum")).as(field.column()).isEqualTo(field.max());
                }
                case BOOLEAN -> assertThat(property).containsEntry("type", "boolean");
            }
        }
    }

    private static String id(Object operation) {
        return (String) Objects.requireNonNull(((Map<String, Object>) operation).get("operationId"));
    }

    private static Object problemOf(Object operation) {
        return Objects.requireNonNull(at(
                        (Map<String, Object>) operation,
                        "responses",
                        "default",
                        "content",
                        "application/problem+json",
                        "schema")
                .get("$ref"));
    }

    private static double number(Map<String, Object> property, String name) {
        return ((Number) Objects.requireNonNull(property.get(name), name)).doubleValue();
    }

    private static Map<String, Object> at(Map<String, Object> parent, String... path) {
        Map<String, Object> node = parent;
        for (String name : path) {
            node = (Map<String, Object>) Objects.requireNonNull(node.get(name), name);
        }
        return node;
    }

    private static Map<String, Object> document() {
        try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
            return new Yaml().load(yaml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
