package io.churnwatch.api.request;

import io.churnwatch.api.error.FieldError;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the members of one type that is not a record with constraints. */
public interface MemberReader {
    Class<?> type();

    /**
     * Returns the value, or null when it cannot be read.
     *
     * @param pointer the JSON pointer of the member
     * @param errors receives everything that is wrong with it
     */
    @Nullable
    Object read(JsonNode node, String pointer, List<FieldError> errors);
}
