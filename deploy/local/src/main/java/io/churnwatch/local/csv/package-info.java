/** Files that people bring: read row by row, and what is wrong with which row. */
@NullMarked
package io.churnwatch.local.csv;

import org.jspecify.annotations.NullMarked;
