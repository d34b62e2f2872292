/** Names that every part shares. */
@NullMarked
package io.churnwatch;

import org.jspecify.annotations.NullMarked;
