/** Spark, the database and failures, for every part of a training. */
@NullMarked
package io.churnwatch.training.support;

import org.jspecify.annotations.NullMarked;
