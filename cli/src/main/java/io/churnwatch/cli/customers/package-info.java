/** Customers from a file into the database. */
@NullMarked
package io.churnwatch.cli.customers;

import org.jspecify.annotations.NullMarked;
