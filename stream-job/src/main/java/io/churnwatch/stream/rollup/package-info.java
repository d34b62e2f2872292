/** Sums over customers and alerts, as absolute values. Read {@link io.churnwatch.stream.rollup.Rollups} first. */
@NullMarked
package io.churnwatch.stream.rollup;

import org.jspecify.annotations.NullMarked;
