/** Deployables that run as processes of their own, for benchmarks and tests. */
@NullMarked
package io.churnwatch.bench.process;

import org.jspecify.annotations.NullMarked;
