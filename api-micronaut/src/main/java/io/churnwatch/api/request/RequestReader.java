package io.churnwatch.api.request;

import io.churnwatch.api.error.FieldError;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.api.error.Violations;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.body.JsonMessageHandler;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request more strictly than the framework, which ignores unknown members, converts between types,
 * and stops at the first error: here a client learns of everything at once.
 */
@Singleton
@Order(JsonMessageHandler.ORDER - 1) // before the reader of any other JSON
@Consumes(MediaType.APPLICATION_JSON)
final class RequestReader<T extends JsonRequest> implements MessageBodyReader<T> {
    private final JsonMapper json;
    private final Validator validator;
    private final List<MemberReader> memberReaders;

    RequestReader(JsonMapper json, Validator validator, List<MemberReader> memberReaders) {
        this.json = json;
        this.validator = validator;
        this.memberReaders = memberReaders;
    }

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return JsonRequest.class.isAssignableFrom(type.getType());
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        @Nullable JsonNode node = parse(body);
        if (node == null || !node.isObject()) {
            throw ProblemException.invalid("", "must be a JSON object");
        }
        List<FieldError> errors = new ArrayList<>();
        T request = new RecordReader(memberReaders, errors).read(node, type.getType(), "");
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(withViolations(errors, request));
        }
        return request; // whose constraints @Valid checks
    }

    private @Nullable JsonNode parse(InputStream body) {
        try {
            return json.readValue(body, JsonNode.class);
        } catch (IOException e) {
            throw new CodecException("The body is not valid JSON", e);
        }
    }

    /** Adds what is wrong with the members that could be read: those that could not are null. */
    private List<FieldError> withViolations(List<FieldError> errors, T request) {
        List<String> unreadable = errors.stream().map(FieldError::pointer).toList();
        List<FieldError> all = new ArrayList<>(errors);
        Violations.errors(validator.validate(request)).stream()
                .filter(error -> !unreadable.contains(error.pointer()))
                .forEach(all::add);
        return all;
    }
}
