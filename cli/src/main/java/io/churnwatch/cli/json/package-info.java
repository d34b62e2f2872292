/** Reports as programs read them. */
@NullMarked
package io.churnwatch.cli.json;

import org.jspecify.annotations.NullMarked;
