package io.churnwatch.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The story of the first admin, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdminIT {
    @RegisterExtension
    static final TestApi api = new TestApi();

    private static final String NEW_PASSWORD = "a much better password";

    @Test
    @Order(1)
    void theOneTimePasswordIsForTheOwnersEyesOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(oneTimePassword()).hasSize(20);
    }

    @Test
    @Order(2)
    void anotherStartCreatesNoOtherPassword() throws IOException {
        String before = oneTimePassword();

        api.stop();
        api.start();

        assertThat(oneTimePassword()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void beforeThePasswordIsChangedNothingElseIsPermitted() throws IOException {
        Answer login = api.login("admin", oneTimePassword());

        Answer refused = api.send(api.request("/api/customers/").header("Authorization", bearer(login)));

        assertThat(login.json().get("must_change_password").getBooleanValue()).isTrue();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("urn:churnwatch:problem:password-change-required");
    }

    @Test
    @Order(4)
    void aWeakOrWrongPasswordIsRefused() throws IOException {
        Answer login = api.login("admin", oneTimePassword());

        assertThat(change(login, oneTimePassword(), "short").errors())
                .containsExactly("/new_password must have 12 to 128 characters");
        String elevenCharacters = "\uD83D\uDD11".repeat(11); // each is two of Java's
        assertThat(change(login, oneTimePassword(), elevenCharacters).errors())
                .containsExactly("/new_password must have 12 to 128 characters");
        assertThat(change(login, oneTimePassword(), oneTimePassword()).errors())
                .containsExactly("/new_password must differ from the current password");
        assertThat(change(login, "wrong", NEW_PASSWORD).errors()).containsExactly("/current_password is wrong");
    }

    @Test
    @Order(5)
    void theChangeOpensEverythingAndUsesTheFileUp() throws IOException {
        String oneTime = oneTimePassword();
        Answer login = api.login("admin", oneTime);

        Answer changed = change(login, oneTime, NEW_PASSWORD);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("must_change_password").getBooleanValue()).isFalse();
        assertThat(api.send(api.request("/api/customers/").header("Authorization", bearer(changed)))
                        .status())
                .isEqualTo(200);
        assertThat(file()).doesNotExist();
        assertThat(api.login("admin", oneTime).status()).isEqualTo(401);
        assertThat(api.login("admin", NEW_PASSWORD).status()).isEqualTo(200);
    }

    private static Answer change(Answer session, String current, String next) {
        String body = "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, next);
        return api.send(api.withBody("/api/auth/password/", "POST", body).header("Authorization", bearer(session)));
    }

    private static String bearer(Answer session) {
        return "Bearer " + session.text("access_token");
    }

    private static Path file() {
        return api.config().adminPasswordFile();
    }

    private static String oneTimePassword() throws IOException {
        return Files.readString(file()).strip();
    }
}
