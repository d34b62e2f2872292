/** The command {@code drift}: how far live customers are from those that the champion was trained on. */
@NullMarked
package io.churnwatch.local.drift;

import org.jspecify.annotations.NullMarked;
