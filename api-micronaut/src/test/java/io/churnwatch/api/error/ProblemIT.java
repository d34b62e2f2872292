package io.churnwatch.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProblemIT {
    @RegisterExtension
    static final TestApi api = new TestApi();

    @Test
    void withoutATokenNothingIsShown() {
        Answer answer = api.send(api.request("/api/customers/"));

        assertProblem(answer, 401, "Unauthorized");
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void aForgedTokenIsNoToken() {
        Answer answer = api.send(api.request("/api/customers/").header("Authorization", "Bearer a.b.c"));

        assertProblem(answer, 401, "Unauthorized");
    }

    @Test
    void anUnsignedTokenIsNoToken() {
        String claims = "{\"sub\":\"x\",\"username\":\"x\",\"role\":\"ADMIN\",\"exp\":4102444800}";
        String token = base64("{\"alg\":\"none\"}") + "." + base64(claims) + ".";

        Answer answer = api.send(api.request("/api/customers/").header("Authorization", "Bearer " + token));

        assertProblem(answer, 401, "Unauthorized");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownApiPathIsAProblemAndNoPage() {
        Answer answer = api.send(api.request("/api/nothing/").header("Accept", "text/html"));

        assertProblem(answer, 404, "Not Found");
        assertThat(answer.text("instance")).isEqualTo("/api/nothing/");
    }

    @Test
    void aWrongMethodIsNamed() {
        assertProblem(api.patch(Role.ADMIN, "/api/customers/", "{}"), 405, "Method Not Allowed");
    }

    @Test
    void malformedJsonIsToldWithoutTheParsersWords() {
        Answer answer = api.post(Role.ADMIN, "/api/customers/", "{\"customer_id\": 1,");

        assertProblem(answer, 400, "Bad Request");
        assertThat(answer.text("detail")).isEqualTo("The body is not valid JSON, or it is missing.");
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        assertProblem(api.post(Role.ADMIN, "/api/customers/", "[]"), 400, "Bad Request");
        assertProblem(api.post(Role.ADMIN, "/api/customers/", ""), 400, "Bad Request");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Answer answer = api.send(api.withBody("/api/auth/login/", "POST", "a=b")
                .setHeader("Content-Type", "application/x-www-form-urlencoded"));

        assertProblem(answer, 415, "Unsupported Media Type");
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        String large = "{\"customer_id\": 1, \"profile\": {\"surname\": \"" + "x".repeat(2_000_000) + "\"}}";

        assertProblem(api.post(Role.ADMIN, "/api/customers/", large), 413, "Request Entity Too Large");
    }

    @Test
    void anIdThatIsNoNumberIsNamed() {
        Answer answer = api.get(Role.VIEWER, "/api/customers/abc/");

        assertProblem(answer, 400, "Bad Request");
        assertThat(answer.errors().get(0)).startsWith("/customer_id must be a whole number");
    }

    @Test
    void healthIsOpenAndMetricsAreForThisMachineOnly() {
        assertThat(api.send(api.request("/health")).status()).isEqualTo(200);
        assertThat(api.send(api.request("/prometheus")).text()).contains("churnwatch_outbox_published_total");
        assertProblem(api.send(api.request("/prometheus").header("X-Forwarded-For", "203.0.113.7")), 403, "Forbidden");
    }

    private static void assertProblem(Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.text("title")).isEqualTo(title);
        assertThat(answer.text("type")).isEqualTo("about:blank");
        assertThat(answer.json().get("status").getIntValue()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("Exception", "jackson", "micronaut");
    }
}
