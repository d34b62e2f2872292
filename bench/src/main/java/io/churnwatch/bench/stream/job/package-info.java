/** The jobs that are measured. They run in a JVM of their own, on the class path of {@code stream-job}. */
@NullMarked
package io.churnwatch.bench.stream.job;

import org.jspecify.annotations.NullMarked;
