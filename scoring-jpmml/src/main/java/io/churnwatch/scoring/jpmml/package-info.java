/** jpmml-evaluator (AGPL-3.0) behind {@code ChurnModel}, and {@link ScoreFile}, which scores files with either engine. */
@NullMarked
package io.churnwatch.scoring.jpmml;

import org.jspecify.annotations.NullMarked;
