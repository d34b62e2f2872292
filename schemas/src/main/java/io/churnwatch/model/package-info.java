/** The messages that steer the job: models and alert configurations. */
@NullMarked
package io.churnwatch.model;

import org.jspecify.annotations.NullMarked;
