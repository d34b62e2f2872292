/** What Churnwatch says about a customer. */
@NullMarked
package io.churnwatch.risk;

import org.jspecify.annotations.NullMarked;
