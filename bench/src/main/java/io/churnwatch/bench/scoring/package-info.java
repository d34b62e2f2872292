/**
 * How fast a forest is scored and explained: our engines beside jpmml, a plain walk over arrays, and the textbook's TreeSHAP.
 * The two baselines are written apart from {@code scoring} and share no code with it.
 */
@NullMarked
package io.churnwatch.bench.scoring;

import org.jspecify.annotations.NullMarked;
