/** What the risk of all customers looks like. */
@NullMarked
package io.churnwatch.api.risk;

import org.jspecify.annotations.NullMarked;
