package io.churnwatch.api.error;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is wrong with one member of a request.
 *
 * @param pointer a JSON pointer, or {@code /} and the name of a query parameter
 * @param detail a phrase that follows the name of the member
 */
@Serdeable.Serializable
public record FieldError(@Schema(example = "/profile/age") String pointer, String detail) {}
