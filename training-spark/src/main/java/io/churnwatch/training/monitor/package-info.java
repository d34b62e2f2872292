/** Measures how far the champion's live customers are from its training, and queues a training when that is too far. */
@NullMarked
package io.churnwatch.training.monitor;

import org.jspecify.annotations.NullMarked;
