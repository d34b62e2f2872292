/** Customers from a file into the database. */
@NullMarked
package io.churnwatch.local.customers;

import org.jspecify.annotations.NullMarked;
