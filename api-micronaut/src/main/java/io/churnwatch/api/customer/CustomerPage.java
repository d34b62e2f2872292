package io.churnwatch.api.customer;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some customers of a longer list.
 *
 * @param next where the next page begins; null on the last
 */
@Serdeable.Serializable
public record CustomerPage(
        List<CustomerSummary> items, @Nullable String next) {}
