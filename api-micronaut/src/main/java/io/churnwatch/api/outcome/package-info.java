/** Records outcomes and judges past alerts by them. */
@NullMarked
package io.churnwatch.api.outcome;

import org.jspecify.annotations.NullMarked;
