package io.churnwatch.training.evaluate;

import java.util.ArrayList;
import java.util.List;

/** The points of a line that shows how a model orders customers, from the highest score down. */
public record Curve(List<Point> points) {
    /** More would not be seen. */
    private static final int POINTS = 400;

    public Curve {
        points = List.copyOf(points);
    }

    /** A place on the line. */
    public record Point(double x, double y) {}

    /** ROC: the share of those who left (y) that an alert would name, over that of those who stayed (x). */
    public static Curve roc(List<ScoredCustomer> customers) {
        Totals totals = Totals.of(customers);
        return curve(
                customers,
                new Point(0, 0),
                (exited, stayed) -> new Point(stayed / totals.stayed, exited / totals.exited));
    }

    /** Precision (y) over recall (x). */
    public static Curve precisionRecall(List<ScoredCustomer> customers) {
        Totals totals = Totals.of(customers);
        return curve(
                customers,
                new Point(0, 1),
                (exited, stayed) -> new Point(exited / totals.exited, exited / (exited + stayed)));
    }

    /** Gain: the share of those who left (y) that are among the highest-scored share of all customers (x). */
    public static Curve gain(List<ScoredCustomer> customers) {
        Totals totals = Totals.of(customers);
        return curve(
                customers,
                new Point(0, 0),
                (exited, stayed) -> new Point((exited + stayed) / customers.size(), exited / totals.exited));
    }

    /** The height of the line at a place, between its points straight. */
    public double at(double x) {
        for (int i = 1; i < points.size(); i++) {
            Point left = points.get(i - 1);
            Point right = points.get(i);
            if (x <= right.x) {
                double share = right.x == left.x ? 1 : (x - left.x) / (right.x - left.x);
                return left.y + share * (right.y - left.y);
            }
        }
        return points.get(points.size() - 1).y;
    }

    private static Curve curve(List<ScoredCustomer> customers, Point start, PointOf point) {
        Ranking ranking = new Ranking(customers);
        List<Point> all = new ArrayList<>(List.of(start));
        double[] counts = new double[2];
        ranking.walk(ranking.once(), (probability, exited, stayed) -> {
            counts[0] += exited;
            counts[1] += stayed;
            all.add(point.of(counts[0], counts[1]));
        });
        return new Curve(thinned(all));
    }

    private static List<Point> thinned(List<Point> all) {
        if (all.size() <= POINTS) {
            return all;
        }
        List<Point> some = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / (POINTS - 1))));
        }
        return some;
    }

    /** Makes a point of how many left and stayed so far. */
    @FunctionalInterface
    private interface PointOf {
        Point of(double exited, double stayed);
    }

    private record Totals(double exited, double stayed) {
        static Totals of(List<ScoredCustomer> customers) {
            long exited = customers.stream().filter(ScoredCustomer::exited).count();
            return new Totals(exited, customers.size() - exited);
        }
    }
}
