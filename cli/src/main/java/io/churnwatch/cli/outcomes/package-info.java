/** The commands that record outcomes and judge past alerts by them. */
@NullMarked
package io.churnwatch.cli.outcomes;

import org.jspecify.annotations.NullMarked;
