/** Messages on their way to Kafka. */
@NullMarked
package io.churnwatch.api.kafka;

import org.jspecify.annotations.NullMarked;
