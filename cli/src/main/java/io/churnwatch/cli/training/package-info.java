/** The command {@code train}: queues a training for the stack's worker, or runs it on this machine. */
@NullMarked
package io.churnwatch.cli.training;

import org.jspecify.annotations.NullMarked;
