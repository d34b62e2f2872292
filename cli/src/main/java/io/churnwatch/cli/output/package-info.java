/** Results as programs and as people read them. */
@NullMarked
package io.churnwatch.cli.output;

import org.jspecify.annotations.NullMarked;
