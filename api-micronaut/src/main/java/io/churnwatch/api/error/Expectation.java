package io.churnwatch.api.error;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.type.Argument;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Describes the values that a member or parameter takes, in a phrase that follows its name. */
public final class Expectation {
    /** For a value of another type. */
    public static String ofType(Argument<?> member) {
        if (member.getType() == List.class && member.getTypeParameters()[0].getType() == String.class) {
            return "must be a list of names";
        }
        return member.getType() == String.class ? "must be a string" : of(member);
    }

    /** For a value outside the limits. */
    static String of(Argument<?> member) {
        Class<?> type = member.getType();
        if (type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == Boolean.class) {
            return "must be true or false";
        }
        if (type == Instant.class) {
            return QueryTime.NOT_A_TIME;
        }
        if (type == String.class) {
            return "must have " + size(member) + " characters";
        }
        if (type == List.class) {
            return "must be a list of " + size(member) + " objects";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a " + (type == Double.class ? "number" : "whole number") + range(member);
        }
        return "must be an object";
    }

    private static String size(Argument<?> member) {
        Optional<AnnotationValue<Size>> size = constraint(member, Size.class);
        int min = size.flatMap(limits -> limits.get("min", Integer.class)).orElse(1);
        return size.flatMap(limits -> limits.get("max", Integer.class))
                .map(max -> min + " to " + max)
                .orElse("at least " + min);
    }

    private static String range(Argument<?> member) {
        Optional<String> min = limit(member, Min.class).or(() -> limit(member, DecimalMin.class));
        Optional<String> max = limit(member, Max.class).or(() -> limit(member, DecimalMax.class));
        return min.map(from -> " from " + from).orElse("")
                + max.map(to -> " to " + to).orElse("");
    }

    private static Optional<String> limit(Argument<?> member, Class<? extends Annotation> type) {
        return constraint(member, type).flatMap(limit -> limit.getValue(String.class));
    }

    private static <A extends Annotation> Optional<AnnotationValue<A>> constraint(Argument<?> member, Class<A> type) {
        return member.getAnnotationMetadata().getAnnotationValuesByType(type).stream()
                .findFirst();
    }

    private Expectation() {}
}
