package io.churnwatch.bench.stream.run;

import java.util.List;

/** The part of a run that counts: behind the start, when code is not compiled yet, and before the end, when tasks run dry. */
public final class SteadyPart {
    public static final double FROM = 0.4;
    public static final double TO = 0.95;

    /**
     * The figures of that part.
     *
     * @param samples in the order of time
     * @param skipped rows that come before those that are measured
     * @param rows that are measured
     */
    static Sample of(List<Sample> samples, long skipped, long rows) {
        return at(samples, skipped + TO * rows).minus(at(samples, skipped + FROM * rows));
    }

    private static Sample at(List<Sample> samples, double rows) {
        for (int i = 1; i < samples.size(); i++) {
            Sample earlier = samples.get(i - 1);
            Sample later = samples.get(i);
            if (later.rows() >= rows) {
                double gained = later.rows() - earlier.rows();
                return gained <= 0 ? later : earlier.towards(later, (rows - earlier.rows()) / gained);
            }
        }
        throw new IllegalArgumentException("Nobody looked when the job had written " + rows + " rows");
    }

    private SteadyPart() {}
}
