/** What a model is and what it sees. */
@NullMarked
package io.churnwatch.scoring;

import org.jspecify.annotations.NullMarked;
