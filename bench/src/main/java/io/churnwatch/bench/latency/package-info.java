/** {@code ./churnwatch bench latency}: how long an update takes to become a row and an alert. */
@NullMarked
package io.churnwatch.bench.latency;

import org.jspecify.annotations.NullMarked;
