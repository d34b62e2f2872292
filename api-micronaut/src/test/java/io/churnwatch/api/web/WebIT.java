package io.churnwatch.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebIT {
    private static final String HOME = "<html>" + "home ".repeat(400) + "</html>";

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeAll
    static void exportedPages() throws IOException {
        assertThat(get("/").text()).startsWith("The web pages are not built.");
        assertThat(get("/customers/").status()).isEqualTo(404);
        write("index.html", HOME);
        write("404.html", "nothing here");
        write("customers/index.html", "customers");
        write("customers/__next.!KGFwcCk.$x.txt", "flight");
        write("_next/static/app.js", "run()");
        write("csp-manifest.json", "{\"script_hashes\":[\"sha256-AAAA+/bbbb=\"]}");
        api.stop();
        api.start();
    }

    @Test
    void aFolderIsItsIndexAndItsSlashIsAdded() {
        assertThat(get("/customers/").text()).isEqualTo("customers");
        Answer redirect = get("/customers?q=Hill%20A");
        assertThat(redirect.status()).isEqualTo(308);
        assertThat(redirect.header("Location")).hasValue("/customers/?q=Hill%20A");
    }

    @Test
    void anUnknownPathIsThePageForIt() {
        Answer unknown = get("/nothing/at/all");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).isEqualTo("nothing here");
        assertThat(unknown.header("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(get("/..%2f..%2fetc/passwd").status()).isEqualTo(404);
        assertThat(get("/%2e%2e/admin-password.txt").status()).isEqualTo(404);
    }

    @Test
    void oddNamesAreDecoded() {
        assertThat(get("/customers/__next.!KGFwcCk.$x.txt").text()).isEqualTo("flight");
        assertThat(get("/customers/__next.%21KGFwcCk.%24x.txt").text()).isEqualTo("flight");
    }

    @Test
    void whatNeverChangesIsKeptAndTheRestIsAskedForAgain() {
        Answer script = get("/_next/static/app.js");
        Answer home = get("/");
        Answer again = api.send(
                api.request("/").header("If-None-Match", home.header("ETag").orElseThrow()));

        assertThat(script.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(home.header("Cache-Control")).hasValue("no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void pagesAreCompressedForThoseWhoAsk() throws IOException {
        Answer compressed = api.send(api.request("/").header("Accept-Encoding", "gzip, br"));

        assertThat(compressed.header("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.header("Vary")).hasValue("Accept-Encoding");
        assertThat(compressed.response().body().length).isLessThan(HOME.length() / 10);
        try (var plain = new GZIPInputStream(
                new ByteArrayInputStream(compressed.response().body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(HOME);
        }
    }

    @Test
    void headAnswersWithoutABody() {
        Answer head = api.send(api.request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
    }

    @Test
    void everyAnswerCarriesThePolicyWithTheHashesOfTheBuild() {
        for (String path : new String[] {"/", "/nothing", "/api/customers/", "/health"}) {
            Answer answer = get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'self'; script-src 'self' 'sha256-AAAA+/bbbb='; style-src 'self'"
                            + " 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src"
                            + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isPresent();
        }
    }

    @Test
    void theApiNeverAnswersWithAPage() {
        assertThat(get("/api/nothing").header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(get("/api").header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void theDescriptionOfTheApiIsServed() {
        assertThat(get("/openapi.yaml").text()).startsWith("openapi: 3.0.1");
    }

    private static Answer get(String path) {
        return api.send(api.request(path));
    }

    private static void write(String name, String content) throws IOException {
        Path file = api.config().webDir().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
