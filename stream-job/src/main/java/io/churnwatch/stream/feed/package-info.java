/** From Kafka's bytes to valid updates, and the dead letters. */
@NullMarked
package io.churnwatch.stream.feed;

import org.jspecify.annotations.NullMarked;
