package io.churnwatch.api.alert;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some alert configurations of a longer list, newest first.
 *
 * @param next where the next page begins; null on the last
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record AlertConfigurationPage(
        List<AlertConfiguration> items, @Nullable Long next) {}
