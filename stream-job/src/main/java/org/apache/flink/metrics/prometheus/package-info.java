/** A reporter of our own in a package of Flink's: see docs/intentional.md. */
@NullMarked
package org.apache.flink.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
