package io.churnwatch.training.evaluate;

import io.churnwatch.scoring.Features;
import java.util.List;

/** A customer whose outcome is known, with what a model saw and said. */
public record JudgedCustomer(Features features, ScoredCustomer scored) {
    /** What the model said of them alone. */
    public static List<ScoredCustomer> scores(List<JudgedCustomer> customers) {
        return customers.stream().map(JudgedCustomer::scored).toList();
    }
}
