/**
 * One customer at a time: merge, score, compare, decide.
 *
 * <p>A class is named by its part in that. An operator of Flink is a verb and keeps the state ({@code ScoreCustomer},
 * {@code ExplainScores}); what decides is called rules ({@code EventRules}); what computes is called a calculation
 * ({@code ScoreCalculation}, {@code ReasonCalculation}). Rules and calculations know nothing of Flink.
 */
@NullMarked
package io.churnwatch.stream.score;

import org.jspecify.annotations.NullMarked;
