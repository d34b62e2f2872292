/** What people look at when they judge a model: charts and a model card. */
@NullMarked
package io.churnwatch.training.report;

import org.jspecify.annotations.NullMarked;
