/** The distance of a feature from its training. */
@NullMarked
package io.churnwatch.drift;

import org.jspecify.annotations.NullMarked;
