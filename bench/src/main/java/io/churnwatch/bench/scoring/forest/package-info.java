/** The forests that are measured: who trains them, where they lie, and what they are turned into. */
@NullMarked
package io.churnwatch.bench.scoring.forest;

import org.jspecify.annotations.NullMarked;
