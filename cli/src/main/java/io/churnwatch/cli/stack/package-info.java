/** Commands that start, stop and watch the local stack. */
@NullMarked
package io.churnwatch.cli.stack;

import org.jspecify.annotations.NullMarked;
