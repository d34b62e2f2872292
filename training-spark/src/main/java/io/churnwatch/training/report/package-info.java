/** The model card and its charts. */
@NullMarked
package io.churnwatch.training.report;

import org.jspecify.annotations.NullMarked;
