/** Why a score is what it is, and why it moved. */
@NullMarked
package io.churnwatch.scoring.explain;

import org.jspecify.annotations.NullMarked;
