/** One customer at a time: merge, score, compare, decide. */
@NullMarked
package io.churnwatch.stream.score;

import org.jspecify.annotations.NullMarked;
