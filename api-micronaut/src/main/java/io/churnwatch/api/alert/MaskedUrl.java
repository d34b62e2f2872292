package io.churnwatch.api.alert;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Masks the URL of a webhook for display: anyone with the full URL can write to the channel. */
final class MaskedUrl {
    private static final String MASK = "/****";

    /** Scheme and host only. */
    static @Nullable String of(@Nullable String url) {
        return url == null || url.isBlank() ? null : visiblePart(url) + MASK;
    }

    private static String visiblePart(String url) {
        try {
            URI uri = URI.create(url.strip());
            return uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getHost();
        } catch (IllegalArgumentException e) {
            return ""; // not a URL: nothing of it is known to be harmless
        }
    }

    private MaskedUrl() {}
}
