package io.churnwatch.api.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits how many items a page has. */
@Min(value = 1, message = PageLimit.RANGE)
@Max(value = PageLimit.MAX, message = PageLimit.RANGE)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface PageLimit {
    int MAX = 200;

    /** The limit of a request that names none. */
    String DEFAULT = "50";

    String RANGE = "must be from 1 to " + MAX;
}
