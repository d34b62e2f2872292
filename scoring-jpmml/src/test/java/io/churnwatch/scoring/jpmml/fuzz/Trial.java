package io.churnwatch.scoring.jpmml.fuzz;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jpmml.model.PMMLException;

/**
 * What became of a mutant.
 *
 * @param isAccepted whether our engine reads it
 * @param scored how many rows it scored as jpmml does
 * @param failure what must not be; empty when all is well
 * @param readMillis how long it took to read or refuse it
 */
record Trial(boolean isAccepted, int scored, Optional<String> failure, long readMillis) {
    private static final int ROWS = 30;
    private static final long READ_MILLIS_MAX = 5_000;

    /** A sound document of that size takes a tenth of it. */
    private static final long READ_BYTES_MAX = 64L << 20;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Trial of(Mutant mutant, long number) {
        long start = System.nanoTime();
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        PmmlForest forest = null;
        Optional<String> failure = Optional.empty();
        try {
            forest = PmmlForest.read(mutant.pmml());
        } catch (UnsupportedPmmlException e) {
            failure = accident(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failure = Optional.of("reading fails with " + e);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        long millis = (System.nanoTime() - start) / 1_000_000;
        failure = failure.or(() -> excess(millis, allocated));
        if (forest == null || failure.isPresent()) {
            return new Trial(forest != null, 0, failure, millis);
        }
        return compared(mutant, forest, number, millis);
    }

    private static Optional<String> excess(long millis, long allocated) {
        return millis > READ_MILLIS_MAX || allocated > READ_BYTES_MAX
                ? Optional.of("reading takes " + millis + " ms and " + (allocated >> 20) + " MiB")
                : Optional.empty();
    }

    /** A refusal has to be meant: one that a bug made is an accident, and the next mutant may pass where it did not. */
    private static Optional<String> accident(UnsupportedPmmlException refusal) {
        Throwable cause = refusal.getCause();
        boolean meant = !(cause instanceof RuntimeException) || cause instanceof PMMLException || isNumber(cause);
        return meant
                ? Optional.empty()
                : Optional.of("refused by accident: " + cause + " at " + cause.getStackTrace()[0]);
    }

    private static boolean isNumber(Throwable cause) {
        return cause.getClass() == IllegalArgumentException.class || cause instanceof NumberFormatException;
    }

    private static Trial compared(Mutant mutant, PmmlForest forest, long number, long millis) {
        Referee jpmml;
        try {
            jpmml = new Referee(mutant.pmml());
        } catch (RuntimeException e) {
            return new Trial(true, 0, Optional.of("jpmml does not load it: " + e), millis);
        }
        int scored = 0;
        for (Map<String, AttributeValue> row :
                MutantRows.of(mutant.pmml(), forest.inputFields(), ROWS, new Random(number))) {
            String ours = said(forest, row);
            Optional<String> failure = jpmml.objection(row, ours);
            if (failure.isPresent()) {
                return new Trial(true, scored, failure, millis);
            }
            scored += ours.startsWith(Referee.REFUSED) ? 0 : 1;
        }
        return new Trial(true, scored, Optional.empty(), millis);
    }

    private static String said(PmmlForest forest, Map<String, AttributeValue> row) {
        try {
            double score = forest.score(row::get);
            return explained(forest, row, score) == score ? Double.toString(score) : "another score when explained";
        } catch (NotScorableException e) {
            return Referee.REFUSED + " (" + e.getMessage() + ")";
        } catch (RuntimeException | StackOverflowError e) {
            return "fails with " + e + " at " + e.getStackTrace()[0];
        }
    }

    /** The score as the explanation has it; not every row that is scored can be explained. */
    private static double explained(PmmlForest forest, Map<String, AttributeValue> row, double score) {
        try {
            return forest.whyNotExplainable().isEmpty()
                    ? forest.explain(row::get).probability()
                    : score;
        } catch (NotScorableException e) {
            return score;
        }
    }
}
