/** The configuration of the job, validated once, in {@code main}. */
@NullMarked
package io.churnwatch.stream.config;

import org.jspecify.annotations.NullMarked;
