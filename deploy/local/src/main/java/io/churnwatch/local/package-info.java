/** The command line of the local stack. */
@NullMarked
package io.churnwatch.local;

import org.jspecify.annotations.NullMarked;
