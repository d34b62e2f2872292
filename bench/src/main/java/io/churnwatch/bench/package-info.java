/** The benchmarks' command line. */
@NullMarked
package io.churnwatch.bench;

import org.jspecify.annotations.NullMarked;
