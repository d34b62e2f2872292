/** How the commands reach the database of a stack. */
@NullMarked
package io.churnwatch.cli.database;

import org.jspecify.annotations.NullMarked;
