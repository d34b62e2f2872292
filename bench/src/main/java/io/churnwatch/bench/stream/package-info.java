/** {@code ./churnwatch bench stream}: how many events a second the job takes, and where the time goes. */
@NullMarked
package io.churnwatch.bench.stream;

import org.jspecify.annotations.NullMarked;
