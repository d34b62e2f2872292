/** The risk of all customers, summed up. */
@NullMarked
package io.churnwatch.api.risk;

import org.jspecify.annotations.NullMarked;
