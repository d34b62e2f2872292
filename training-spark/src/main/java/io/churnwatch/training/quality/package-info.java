/** How good the models of a training are, measured beside scikit-learn's on the same folds of the same customers. */
@NullMarked
package io.churnwatch.training.quality;

import org.jspecify.annotations.NullMarked;
