/** Messages on their way from the database to Kafka. */
@NullMarked
package io.churnwatch.api.outbox;

import org.jspecify.annotations.NullMarked;
