/** Shows how far live customers have drifted from the champion's training data; the module training-spark measures it. */
@NullMarked
package io.churnwatch.api.drift;

import org.jspecify.annotations.NullMarked;
