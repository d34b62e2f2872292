/** Customers: found, shown, created and changed. */
@NullMarked
package io.churnwatch.api.customer;

import org.jspecify.annotations.NullMarked;
