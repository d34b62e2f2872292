package io.churnwatch.training.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well a model orders customers: leaving ones first. Customers with equal scores count as one step. */
final class Ranking {
    private final List<Step> steps;
    private final long exited;
    private final long stayed;

    Ranking(List<ScoredCustomer> customers) {
        this.steps = steps(customers);
        this.exited = steps.stream().mapToLong(Step::exited).sum();
        this.stayed = customers.size() - exited;
    }

    /** The share of pairs (left, stayed) in which the one who left scores higher; equal scores count half. */
    double rocAuc() {
        double pairsInOrder = 0;
        long exitedAbove = 0;
        for (Step step : steps) {
            pairsInOrder += step.stayed * (exitedAbove + step.exited / 2.0);
            exitedAbove += step.exited;
        }
        return pairsInOrder / ((double) exited * stayed);
    }

    /** Average precision: the precision at each step, weighted by the recall that the step adds. */
    double prAuc() {
        double area = 0;
        long exitedSoFar = 0;
        long customersSoFar = 0;
        for (Step step : steps) {
            exitedSoFar += step.exited;
            customersSoFar += step.exited + step.stayed;
            area += (double) exitedSoFar / customersSoFar * step.exited / exited;
        }
        return area;
    }

    private static List<Step> steps(List<ScoredCustomer> customers) {
        List<ScoredCustomer> descending = customers.stream()
                .sorted(Comparator.comparingDouble(ScoredCustomer::probability).reversed())
                .toList();
        List<Step> steps = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= descending.size(); to++) {
            if (to == descending.size()
                    || descending.get(to).probability() != descending.get(from).probability()) {
                steps.add(Step.of(descending.subList(from, to)));
                from = to;
            }
        }
        return steps;
    }

    private record Step(long exited, long stayed) {
        static Step of(List<ScoredCustomer> customers) {
            long exited = customers.stream().filter(ScoredCustomer::exited).count();
            return new Step(exited, customers.size() - exited);
        }
    }
}
