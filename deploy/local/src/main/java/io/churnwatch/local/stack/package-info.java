/**
 * The local stack: PostgreSQL, Redis, Kafka, the API, the Flink job and a simulated feed, each a process with a log file,
 * started in order, watched, restarted when they die, and stopped in reverse. {@code LocalStack} shows the whole course.
 */
@NullMarked
package io.churnwatch.local.stack;

import org.jspecify.annotations.NullMarked;
