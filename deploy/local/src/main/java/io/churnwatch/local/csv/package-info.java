/** Files that people bring, read row by row, with a report of the bad rows. */
@NullMarked
package io.churnwatch.local.csv;

import org.jspecify.annotations.NullMarked;
