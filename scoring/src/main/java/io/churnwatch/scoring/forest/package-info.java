/** Our own engine: a PMML forest in flat arrays. */
@NullMarked
package io.churnwatch.scoring.forest;

import org.jspecify.annotations.NullMarked;
