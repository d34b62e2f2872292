/** What steers the job: which model answers, and which alerts are due. */
@NullMarked
package io.churnwatch.model;

import org.jspecify.annotations.NullMarked;
