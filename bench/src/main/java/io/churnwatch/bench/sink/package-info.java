/** {@code ./churnwatch bench sinks}: how fast results become rows, by our sink and by others. */
@NullMarked
package io.churnwatch.bench.sink;

import org.jspecify.annotations.NullMarked;
