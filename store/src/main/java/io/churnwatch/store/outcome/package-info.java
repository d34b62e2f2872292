/** Customers' outcomes, and the quality of alerts that follows from them. */
@NullMarked
package io.churnwatch.store.outcome;

import org.jspecify.annotations.NullMarked;
