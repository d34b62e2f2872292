/** The Flink job. Read {@link io.churnwatch.stream.ChurnScoringPipeline} first. */
@NullMarked
package io.churnwatch.stream;

import org.jspecify.annotations.NullMarked;
