package io.churnwatch.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentSecurityPolicyTest {
    private final Path folder;

    ContentSecurityPolicyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void hashesAreTakenWithOrWithoutQuotes() throws IOException {
        assertThat(policyOf("{\"script_hashes\":[\"sha256-AA+/b=\",\"'sha384-cc'\"],\"built_by\":\"next\"}"))
                .contains("script-src 'self' 'sha256-AA+/b=' 'sha384-cc';");
    }

    @Test
    void withoutAManifestNoInlineScriptRuns() throws IOException {
        Files.writeString(folder.resolve("index.html"), "home");

        assertThat(ContentSecurityPolicy.of(WebSite.load(folder), JsonMapper.createDefault())
                        .header())
                .contains("script-src 'self';");
    }

    @Test
    void aManifestCannotLoosenThePolicy() {
        assertThatThrownBy(() -> policyOf("{\"script_hashes\":[\"x'; script-src *\"]}"))
                .isInstanceOf(IllegalStateException.class);
    }

    private String policyOf(String manifest) throws IOException {
        Files.writeString(folder.resolve("index.html"), "home");
        Files.writeString(folder.resolve("csp-manifest.json"), manifest);
        return ContentSecurityPolicy.of(WebSite.load(folder), JsonMapper.createDefault())
                .header();
    }
}
