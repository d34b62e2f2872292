package io.churnwatch.training.evaluate;

import io.churnwatch.scoring.Features;
import java.util.List;

/** The features, the score and the outcome of a customer. */
public record JudgedCustomer(Features features, ScoredCustomer scored) {
    /** Returns the scores and outcomes alone. */
    public static List<ScoredCustomer> scores(List<JudgedCustomer> customers) {
        return customers.stream().map(JudgedCustomer::scored).toList();
    }
}
