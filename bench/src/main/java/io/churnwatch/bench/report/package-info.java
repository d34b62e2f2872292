/** Records what a benchmark measured, and where, as JSON. */
@NullMarked
package io.churnwatch.bench.report;

import org.jspecify.annotations.NullMarked;
