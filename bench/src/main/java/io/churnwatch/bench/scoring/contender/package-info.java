/** Whatever is measured beside our engine, and whether all of it computes the same. The two baselines are written apart from {@code scoring} and share no code with it. */
@NullMarked
package io.churnwatch.bench.scoring.contender;

import org.jspecify.annotations.NullMarked;
