/** One run of a job on a preloaded feed: started, watched, and measured over its steady part. */
@NullMarked
package io.churnwatch.bench.stream.run;

import org.jspecify.annotations.NullMarked;
