/** Where customers come from, and what is kept of them. */
@NullMarked
package io.churnwatch.training.data;

import org.jspecify.annotations.NullMarked;
