/** What distance a feature has from its training. */
@NullMarked
package io.churnwatch.drift;

import org.jspecify.annotations.NullMarked;
