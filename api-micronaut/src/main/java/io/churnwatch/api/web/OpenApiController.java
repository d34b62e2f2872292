package io.churnwatch.api.web;

import io.churnwatch.api.error.Problem;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves the description of the API, which the compiler writes beside the classes. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
@OpenAPIExtraSchema(classes = Problem.class) // every operation may answer it; OpenApiFinish refers to it
class OpenApiController {
    private static final String DOCUMENT = "/META-INF/swagger/openapi.yml";

    private final byte[] document = read();

    @Get(value = "/openapi.yaml", produces = "application/yaml")
    byte[] document() {
        return document;
    }

    private static byte[] read() {
        try (InputStream document = OpenApiController.class.getResourceAsStream(DOCUMENT)) {
            return Objects.requireNonNull(document).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
