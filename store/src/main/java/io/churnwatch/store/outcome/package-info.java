/** What became of customers, and what that makes of the alerts that were raised about them. */
@NullMarked
package io.churnwatch.store.outcome;

import org.jspecify.annotations.NullMarked;
