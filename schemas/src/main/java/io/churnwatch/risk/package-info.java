/** The messages about a customer's risk: scores and alerts. */
@NullMarked
package io.churnwatch.risk;

import org.jspecify.annotations.NullMarked;
