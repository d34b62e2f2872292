/** How good a model is, on customers that it never saw. Pure arithmetic, no Spark. */
@NullMarked
package io.churnwatch.training.evaluate;

import org.jspecify.annotations.NullMarked;
