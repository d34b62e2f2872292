/** When an alert is due: the configurations, each in force from its time on. */
@NullMarked
package io.churnwatch.api.alert;

import org.jspecify.annotations.NullMarked;
