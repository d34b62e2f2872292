/** The queue of trainings, for the command line, the API and the workers. */
@NullMarked
package io.churnwatch.store.training;

import org.jspecify.annotations.NullMarked;
