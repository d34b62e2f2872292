/** Files that people bring, line by line. Whoever uses it brings FastCSV. */
@NullMarked
package io.churnwatch.csv;

import org.jspecify.annotations.NullMarked;
