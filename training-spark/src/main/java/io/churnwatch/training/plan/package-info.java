/** What a training is to do: the options of the command line and of the queue, read into one plan. */
@NullMarked
package io.churnwatch.training.plan;

import org.jspecify.annotations.NullMarked;
