/** What the job is started with: validated once, in {@code main}. */
@NullMarked
package io.churnwatch.stream.config;

import org.jspecify.annotations.NullMarked;
