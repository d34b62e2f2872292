/** When an alert is due, as pure functions. */
@NullMarked
package io.churnwatch.scoring.alert;

import org.jspecify.annotations.NullMarked;
