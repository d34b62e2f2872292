/** What was measured, for people: tables, charts, and how it stands against the targets. */
@NullMarked
package io.churnwatch.bench.scoring.report;

import org.jspecify.annotations.NullMarked;
