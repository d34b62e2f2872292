/** Our own engine: a PMML forest in flat arrays. {@link io.churnwatch.scoring.forest.PmmlForest} reads, scores and explains. */
@NullMarked
package io.churnwatch.scoring.forest;

import org.jspecify.annotations.NullMarked;
