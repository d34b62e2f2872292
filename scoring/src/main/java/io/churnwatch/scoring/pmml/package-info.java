/** Reads PMML documents: {@link io.churnwatch.scoring.pmml.PmmlForest} is a model, ready to score and explain. */
@NullMarked
package io.churnwatch.scoring.pmml;

import org.jspecify.annotations.NullMarked;
