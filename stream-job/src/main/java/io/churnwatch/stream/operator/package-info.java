/** Code that the job's operators share. */
@NullMarked
package io.churnwatch.stream.operator;

import org.jspecify.annotations.NullMarked;
