package io.churnwatch.api.alert;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some alert configurations of a longer list, newest first.
 *
 * @param next where the next page begins; null on the last
 */
@Serdeable.Serializable
public record AlertConfigurationPage(
        List<AlertConfiguration> items, @Nullable Long next) {}
