/** Shows how far live customers are from those that the champion was trained on; the module training-spark looks. */
@NullMarked
package io.churnwatch.api.drift;

import org.jspecify.annotations.NullMarked;
