/** Whatever is measured beside our engine, and whether all of it computes the same. */
@NullMarked
package io.churnwatch.bench.scoring.contender;

import org.jspecify.annotations.NullMarked;
