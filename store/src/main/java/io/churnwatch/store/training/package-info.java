/** The queue of trainings, for whoever files one and follows it: the command line, the API. */
@NullMarked
package io.churnwatch.store.training;

import org.jspecify.annotations.NullMarked;
