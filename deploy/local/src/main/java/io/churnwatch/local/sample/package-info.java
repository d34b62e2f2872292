/** Customers who do not exist, in the shape of the public bank-churn table, for trying things out. */
@NullMarked
package io.churnwatch.local.sample;

import org.jspecify.annotations.NullMarked;
