/** What was measured of the stream job, for people. */
@NullMarked
package io.churnwatch.bench.stream.report;

import org.jspecify.annotations.NullMarked;
