package io.churnwatch.api.web;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Limits what browsers load and run to our own files, and to the inline scripts whose hashes the build of the pages wrote
 * to {@code csp-manifest.json}.
 */
record ContentSecurityPolicy(String header) {
    private static final String MANIFEST = "/csp-manifest.json";
    private static final String SCRIPT_HASHES = "script_hashes";
    private static final Pattern HASH = Pattern.compile("'?(sha(256|384|512)-[A-Za-z0-9+/]+={0,2})'?");

    static ContentSecurityPolicy of(WebSite site, JsonMapper json) {
        return site.page(MANIFEST)
                .map(manifest -> allowing(scriptHashes(manifest, json)))
                .orElseGet(() -> allowing(List.of()));
    }

    static ContentSecurityPolicy allowing(List<String> scriptHashes) {
        StringBuilder scripts = new StringBuilder("script-src 'self'");
        scriptHashes.forEach(hash -> scripts.append(" '").append(hash).append('\''));
        return new ContentSecurityPolicy("default-src 'self'; " + scripts
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    }

    private static List<String> scriptHashes(WebPage manifest, JsonMapper json) {
        try {
            @Nullable
            JsonNode hashes = json.readValue(manifest.content(), JsonNode.class).get(SCRIPT_HASHES);
            return hashes == null
                    ? List.of()
                    : json.readValueFromTree(hashes, Argument.listOf(String.class)).stream()
                            .map(ContentSecurityPolicy::checked)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(MANIFEST + " of the web pages cannot be read", e);
        }
    }

    /** Rejects anything but a hash: other text in the header could disable the policy. */
    private static String checked(String hash) {
        var matcher = HASH.matcher(hash);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not the hash of a script: " + hash);
        }
        return matcher.group(1);
    }
}
