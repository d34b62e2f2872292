/** The bank's customers, as files bring them and as tools read them. */
@NullMarked
package io.churnwatch.store.customer;

import org.jspecify.annotations.NullMarked;
