/** Measures training: how good its models are and how long it takes, beside scikit-learn. */
@NullMarked
package io.churnwatch.bench.training;

import org.jspecify.annotations.NullMarked;
