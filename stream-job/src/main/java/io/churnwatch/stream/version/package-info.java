/** Which model and which alert configuration were in force when. */
@NullMarked
package io.churnwatch.stream.version;

import org.jspecify.annotations.NullMarked;
