/** What every report is made of. */
@NullMarked
package io.churnwatch.bench.report;

import org.jspecify.annotations.NullMarked;
