package io.churnwatch.api.error;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rejection or a failure, in the form of RFC 9457. */
@Serdeable.Serializable
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The type of a problem that its status fully describes. */
    static final String NO_TYPE = "about:blank";

    static Problem of(HttpStatus status, String detail, String instance) {
        return new Problem(NO_TYPE, status.getReason(), status.getCode(), detail, instance, null);
    }
}
