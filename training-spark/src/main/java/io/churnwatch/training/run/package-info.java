/** One training from its data to its published model, step by step. */
@NullMarked
package io.churnwatch.training.run;

import org.jspecify.annotations.NullMarked;
