/** How a refusal or a failure is told: problem details as in RFC 9457. */
@NullMarked
package io.churnwatch.api.error;

import org.jspecify.annotations.NullMarked;
