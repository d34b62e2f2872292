package io.churnwatch.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.Sha256;
import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionIT {
    @RegisterExtension
    static final TestApi api = new TestApi();

    private static final String ANALYST = TestApi.userOf(Role.ANALYST);

    @Test
    void loginGivesATokenForTenMinutesAndACookieForTheAuthEndpointsOnly() {
        Answer login = api.login(ANALYST, TestApi.PASSWORD);

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.text("username")).isEqualTo(ANALYST);
        assertThat(login.text("role")).isEqualTo("ANALYST");
        assertThat(login.json().get("expires_in").getIntValue()).isEqualTo(600);
        assertThat(login.json().get("must_change_password").getBooleanValue()).isFalse();
        assertThat(login.header("Set-Cookie").orElseThrow())
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Strict", "Path=/api/auth", "Max-Age=1209600")
                .doesNotContain("Secure");
        assertThat(claimsOf(login)).contains("\"username\":\"the-analyst\"", "\"role\":\"ANALYST\"");
    }

    @Test
    void userNamesHaveNoCase() {
        assertThat(api.login("The-Analyst", TestApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldApartByNobody() {
        Answer wrong = api.login(ANALYST, "wrong");
        Answer unknown = api.login("nobody", "wrong");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void missingMembersAreNamedAllAtOnce() {
        Answer answer = api.send(api.withBody("/api/auth/login/", "POST", "{\"user\":\"x\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors())
                .containsExactlyInAnyOrder("/user is not known here", "/username is missing", "/password is missing");
    }

    @Test
    void tooManyAttemptsMustWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(api.login("guessed", "wrong" + i).status()).isEqualTo(401);
        }

        Answer refused = api.login("guessed", "wrong");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 12);
        assertThat(api.login(ANALYST, TestApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refreshRotatesTheToken() {
        Answer login = api.login(ANALYST, TestApi.PASSWORD);

        Answer renewed = refresh(login.refreshToken());

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.text("username")).isEqualTo(ANALYST);
        assertThat(renewed.refreshToken()).isNotEqualTo(login.refreshToken());
        assertThat(refresh(renewed.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void theTabThatLosesTheRaceIsRenewedToo() {
        Answer login = api.login(ANALYST, TestApi.PASSWORD);

        assertThat(refresh(login.refreshToken()).status()).isEqualTo(200);
        assertThat(refresh(login.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void aTokenUsedAgainAfterItsGraceEndsTheWholeFamily() {
        Answer login = api.login(ANALYST, TestApi.PASSWORD);
        Answer renewed = refresh(login.refreshToken());
        api.sql("UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL");

        assertThat(refresh(login.refreshToken()).status()).isEqualTo(401);
        assertThat(refresh(renewed.refreshToken()).status()).isEqualTo(401);
    }

    @Test
    void anExpiredOrUnknownOrMissingTokenRenewsNothing() {
        Answer login = api.login(TestApi.userOf(Role.VIEWER), TestApi.PASSWORD);
        api.sql(
                "UPDATE refresh_token SET expires_at = now() - interval '1 second' WHERE token_hash = ?",
                Sha256.hex(login.refreshToken()));

        assertThat(refresh(login.refreshToken()).status()).isEqualTo(401);
        assertThat(refresh("unknown").status()).isEqualTo(401);
        assertThat(api.send(api.withBody("/api/auth/refresh/", "POST", "")).status())
                .isEqualTo(401);
    }

    @Test
    void logoutEndsTheFamilyAndTakesTheCookieBack() {
        Answer login = api.login(ANALYST, TestApi.PASSWORD);

        Answer logout = api.send(post("/api/auth/logout/", login.refreshToken()));

        assertThat(logout.status()).isEqualTo(204);
        assertThat(logout.header("Set-Cookie").orElseThrow()).contains("churnwatch_refresh=;", "Max-Age=0");
        assertThat(refresh(login.refreshToken()).status()).isEqualTo(401);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        HttpRequest.Builder foreign =
                api.withBody("/api/auth/refresh/", "POST", "").setHeader("X-Requested-With", "x");

        Answer answer = api.send(foreign);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("detail")).contains("X-Requested-With");
    }

    @Test
    void theTableHoldsHashesOnly() {
        Answer login = api.login(ANALYST, TestApi.PASSWORD);

        Object stored = api.sqlValue("SELECT count(*) FROM refresh_token WHERE token_hash = '%s'"
                .formatted(Sha256.hex(login.refreshToken())));

        assertThat(stored).isEqualTo(1L);
    }

    private static Answer refresh(String token) {
        return api.send(post("/api/auth/refresh/", token));
    }

    private static HttpRequest.Builder post(String path, String token) {
        return api.request(path)
                .header("Cookie", "churnwatch_refresh=" + token)
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    private static String claimsOf(Answer login) {
        String payload = login.text("access_token").split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
