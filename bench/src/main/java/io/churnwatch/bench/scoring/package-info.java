/** How fast a forest is scored and explained: the command, its rounds, and the methods that JMH calls. */
@NullMarked
package io.churnwatch.bench.scoring;

import org.jspecify.annotations.NullMarked;
