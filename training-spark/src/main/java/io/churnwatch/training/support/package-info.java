/** What every part of a training uses: Spark, the database, and the failures that a person reads. */
@NullMarked
package io.churnwatch.training.support;

import org.jspecify.annotations.NullMarked;
