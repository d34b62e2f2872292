/** The commands that say what became of customers, and how good the alerts about them were. */
@NullMarked
package io.churnwatch.cli.outcomes;

import org.jspecify.annotations.NullMarked;
