/** Forests in flat arrays, and the engines that score them: {@link io.churnwatch.scoring.forest.ForestScorer} is where a row goes in. */
@NullMarked
package io.churnwatch.scoring.forest;

import org.jspecify.annotations.NullMarked;
