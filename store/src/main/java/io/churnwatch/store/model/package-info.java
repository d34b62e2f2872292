/** How a change of what steers the job is written down: the row and its announcement, in one transaction. */
@NullMarked
package io.churnwatch.store.model;

import org.jspecify.annotations.NullMarked;
