/**
 * Forests in flat arrays, and the engines that score them; rows enter by {@link io.churnwatch.scoring.forest.ForestScorer}.
 *
 * <p>Three engines give the same sum, bit for bit:
 *
 * <ul>
 *   <li>{@code WalkedForest} goes node by node: the reference, and the only one for trees that share nodes or are too large to pack.
 *   <li>{@code TabulatedForest} looks trees of up to 32 leaves up in a table, three times as fast as walking them.
 *   <li>{@code PackedForest} walks eight deeper trees at a time in four-byte nodes, several times as fast as node by node.
 * </ul>
 */
@NullMarked
package io.churnwatch.scoring.forest;

import org.jspecify.annotations.NullMarked;
