/** Takes trainings from the queue in PostgreSQL, one after the other. */
@NullMarked
package io.churnwatch.training.worker;

import org.jspecify.annotations.NullMarked;
