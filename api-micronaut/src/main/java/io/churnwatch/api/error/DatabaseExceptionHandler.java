package io.churnwatch.api.error;

import io.churnwatch.api.database.DatabaseException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders a failure of the database: it is away, rejects a value, or fails otherwise. Only the log names the reason. */
@Singleton
final class DatabaseExceptionHandler implements ExceptionHandler<DatabaseException, HttpResponse<Problem>> {
    private static final Logger log = LoggerFactory.getLogger(DatabaseExceptionHandler.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, DatabaseException e) {
        if (e.isAway()) {
            log.warn("The database is away: {}", e.getMessage());
            return response(request, HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached right now.")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (e.isInvalidValue()) {
            return response(request, HttpStatus.BAD_REQUEST, "The request holds a value that cannot be stored.");
        }
        log.error("{} {} failed", request.getMethodName(), request.getPath(), e);
        return response(request, HttpStatus.INTERNAL_SERVER_ERROR, Problems.UNEXPECTED);
    }

    private static MutableHttpResponse<Problem> response(HttpRequest<?> request, HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status)
                .body(Problem.of(status, detail, request.getPath()))
                .contentType(Problem.MEDIA_TYPE);
    }
}
