package io.churnwatch.api.alert;

import io.churnwatch.api.error.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code If-Match}: the id of the configuration that the user read. */
final class ExpectedId {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final String ANY = "*";

    static String tag(long id) {
        return "\"" + id + "\"";
    }

    /** Returns the id, or null when the header permits any. */
    static @Nullable Long read(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ProblemException.of(
                    HttpStatus.BAD_REQUEST, "If-Match must be the ETag of the configuration, such as \"7\".");
        }
        return Long.valueOf(tag.group(1));
    }

    private ExpectedId() {}
}
