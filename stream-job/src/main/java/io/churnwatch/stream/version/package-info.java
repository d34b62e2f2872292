/** The models and alert configurations, with the times from which they are in force. */
@NullMarked
package io.churnwatch.stream.version;

import org.jspecify.annotations.NullMarked;
