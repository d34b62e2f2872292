/** jpmml-evaluator (AGPL-3.0) behind {@code ChurnModel}. */
@NullMarked
package io.churnwatch.scoring.jpmml;

import org.jspecify.annotations.NullMarked;
