/** What operators of the job have in common. */
@NullMarked
package io.churnwatch.stream.operator;

import org.jspecify.annotations.NullMarked;
