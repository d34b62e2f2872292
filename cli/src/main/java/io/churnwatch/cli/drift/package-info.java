/** The command {@code drift}: how far live customers are from those that the champion was trained on. */
@NullMarked
package io.churnwatch.cli.drift;

import org.jspecify.annotations.NullMarked;
