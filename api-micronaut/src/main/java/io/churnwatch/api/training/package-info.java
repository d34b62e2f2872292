/** Trainings are queued here, followed and cancelled; the worker of the module training-spark does them. */
@NullMarked
package io.churnwatch.api.training;

import org.jspecify.annotations.NullMarked;
