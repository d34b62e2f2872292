/** The command {@code train}: files a training for the stack's worker, or trains right here. */
@NullMarked
package io.churnwatch.cli.training;

import org.jspecify.annotations.NullMarked;
