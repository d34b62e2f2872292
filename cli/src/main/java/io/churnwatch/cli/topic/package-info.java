/** Commands that write to and read from topics. */
@NullMarked
package io.churnwatch.cli.topic;

import org.jspecify.annotations.NullMarked;
