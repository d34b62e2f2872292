/** A simulated feed: what happens in customers' lives ({@code CustomerLife}), and how it reaches Kafka. */
@NullMarked
package io.churnwatch.local.feed;

import org.jspecify.annotations.NullMarked;
