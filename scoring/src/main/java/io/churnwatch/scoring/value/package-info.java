/** How much money a customer's churn puts at risk, by an expression that the bank chooses. */
@NullMarked
package io.churnwatch.scoring.value;

import org.jspecify.annotations.NullMarked;
