/** How far what a model sees now is from what it was trained on. Arithmetic only; nothing here knows Spark or a database. */
@NullMarked
package io.churnwatch.scoring.drift;

import org.jspecify.annotations.NullMarked;
