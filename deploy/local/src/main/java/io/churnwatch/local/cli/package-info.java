/** One class per command of {@code ./churnwatch}: options in, a call, an exit code out. */
@NullMarked
package io.churnwatch.local.cli;

import org.jspecify.annotations.NullMarked;
