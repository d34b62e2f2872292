/** What the operators of the job share. */
@NullMarked
package io.churnwatch.stream.operator;

import org.jspecify.annotations.NullMarked;
