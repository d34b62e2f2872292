/** How long events wait while one champion takes over from another. */
@NullMarked
package io.churnwatch.bench.swap;

import org.jspecify.annotations.NullMarked;
