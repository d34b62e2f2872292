package io.churnwatch.training.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a model orders customers: leaving ones first. Customers with equal scores count as one step. Each customer has a
 * weight, so that a resample is not sorted again.
 */
final class Ranking {
    private final List<ScoredCustomer> customers;
    private final int[] descending;

    /** Is shown the customers from the highest score down: how many left and stayed of those with the same score. */
    @FunctionalInterface
    interface StepVisitor {
        void visit(double probability, double exited, double stayed);
    }

    Ranking(List<ScoredCustomer> customers) {
        this.customers = customers;
        this.descending = IntStream.range(0, customers.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> customers.get(i).probability())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The share of pairs (left, stayed) in which the one who left scores higher; equal scores count half. */
    double rocAuc(int[] weights) {
        RocArea area = new RocArea();
        walk(weights, area);
        return area.pairsInOrder / (area.exited * area.stayed);
    }

    /** Average precision: the precision at each step, weighted by the recall that the step adds. */
    double prAuc(int[] weights) {
        PrArea area = new PrArea();
        walk(weights, area);
        return area.sum / area.exited;
    }

    /** The weights of customers who count once each. */
    int[] once() {
        int[] weights = new int[customers.size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    void walk(int[] weights, StepVisitor visitor) {
        int from = 0;
        while (from < descending.length) {
            double probability = customers.get(descending[from]).probability();
            double exited = 0;
            double stayed = 0;
            int to = from;
            while (to < descending.length && customers.get(descending[to]).probability() == probability) {
                int weight = weights[descending[to]];
                if (customers.get(descending[to]).exited()) {
                    exited += weight;
                } else {
                    stayed += weight;
                }
                to++;
            }
            visitor.visit(probability, exited, stayed);
            from = to;
        }
    }

    private static final class RocArea implements StepVisitor {
        private double exited;
        private double stayed;
        private double pairsInOrder;

        @Override
        public void visit(double probability, double stepExited, double stepStayed) {
            pairsInOrder += stepStayed * (exited + stepExited / 2);
            exited += stepExited;
            stayed += stepStayed;
        }
    }

    private static final class PrArea implements StepVisitor {
        private double exited;
        private double customers;
        private double sum;

        @Override
        public void visit(double probability, double stepExited, double stepStayed) {
            exited += stepExited;
            customers += stepExited + stepStayed;
            if (stepExited > 0) {
                sum += exited / customers * stepExited;
            }
        }
    }
}
