/** Messages for Kafka that are written in the transaction of the rows they announce. */
@NullMarked
package io.churnwatch.store.outbox;

import org.jspecify.annotations.NullMarked;
