/** Trains, evaluates and publishes churn models on Spark. */
@NullMarked
package io.churnwatch.training;

import org.jspecify.annotations.NullMarked;
