package io.churnwatch.api.error;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;

/** Renders violated constraints as problem+json. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
final class ViolationHandler implements ExceptionHandler<ConstraintViolationException, HttpResponse<Problem>> {
    private final ProblemHandler problems;

    ViolationHandler(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, ConstraintViolationException e) {
        return problems.handle(request, ProblemException.invalid(Violations.errors(e.getConstraintViolations())));
    }
}
