/** The command line behind {@code ./churnwatch}: one class for each command. */
@NullMarked
package io.churnwatch.cli;

import org.jspecify.annotations.NullMarked;
