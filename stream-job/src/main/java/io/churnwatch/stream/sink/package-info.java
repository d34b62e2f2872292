/** The sinks to PostgreSQL and Kafka. */
@NullMarked
package io.churnwatch.stream.sink;

import org.jspecify.annotations.NullMarked;
