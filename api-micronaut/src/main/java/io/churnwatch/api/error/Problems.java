package io.churnwatch.api.error;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Renders what the framework rejects (no such path, no token, not JSON …) as problems. Its own messages are not passed
 * on: they quote parsers and class names.
 */
@Singleton
final class Problems implements ErrorResponseProcessor<Problem> {
    static final String UNEXPECTED = "An unexpected error occurred; the log of the API has the details.";

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = HttpStatus.valueOf(response.code());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.body(problem(context, status)).contentType(Problem.MEDIA_TYPE);
    }

    private static Problem problem(ErrorContext context, HttpStatus status) {
        String instance = context.getRequest().getPath();
        @Nullable Argument<?> argument = refusedArgument(context.getRootCause().orElse(null));
        if (status != HttpStatus.BAD_REQUEST || argument == null) {
            return Problem.of(status, detail(status, context.getRequest()), instance);
        }
        String name = argument.getAnnotationMetadata()
                .stringValue(Bindable.class)
                .filter(given -> !given.isEmpty())
                .orElse(argument.getName());
        return ProblemException.invalid("/" + name, Expectation.of(argument)).problem(instance);
    }

    /** Returns the parameter that could not be read; null when it was the body. */
    private static @Nullable Argument<?> refusedArgument(@Nullable Throwable cause) {
        if (cause instanceof ConversionErrorException e) {
            return e.getArgument();
        }
        return null;
    }

    private static String detail(HttpStatus status, HttpRequest<?> request) {
        return switch (status) {
            case BAD_REQUEST -> "The body is not valid JSON, or it is missing.";
            case UNAUTHORIZED -> "Sign in first: the access token is missing, wrong or expired.";
            case FORBIDDEN -> "Your role does not permit this.";
            case NOT_FOUND -> "There is nothing at " + request.getPath() + ".";
            case METHOD_NOT_ALLOWED -> "This path does not take " + request.getMethodName() + ".";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
            case NOT_ACCEPTABLE -> "Only application/json can be answered.";
            case REQUEST_ENTITY_TOO_LARGE -> "The body is too large.";
            default -> status.getCode() < 500 ? status.getReason() + "." : UNEXPECTED;
        };
    }
}
