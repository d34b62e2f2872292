/** How a model is fitted. */
@NullMarked
package io.churnwatch.training.train;

import org.jspecify.annotations.NullMarked;
