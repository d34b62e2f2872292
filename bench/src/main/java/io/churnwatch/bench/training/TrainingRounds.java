package io.churnwatch.bench.training;

import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.local.stack.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lets both train on the same customers, one after the other, round after round and each round in the other order. Many
 * customers are trained on in the first round only: their training is long enough for chance to even out.
 */
record TrainingRounds(TrainingTask task, List<Integer> rows, int rounds, Progress progress) {
    private static final int EVERY_ROUND_ROWS_MAX = 100_000;

    TrainingRounds {
        rows = rows.stream().sorted().distinct().toList();
    }

    List<MeasuredTraining> run() {
        List<MeasuredTraining> runs = new ArrayList<>();
        List<Origin> order = new ArrayList<>(List.of(Origin.values()));
        // The first ones read programs and libraries from the disk, and count for nothing.
        order.forEach(trainer -> train(trainer, rows.get(0), "warm-up"));
        for (int round = 1; round <= rounds; round++) {
            for (int count : inRound(round)) {
                for (Origin trainer : order) {
                    runs.add(train(trainer, count, "round %d of %d".formatted(round, rounds(count))));
                }
            }
            Collections.rotate(order, 1);
        }
        return runs;
    }

    private List<Integer> inRound(int round) {
        return rows.stream().filter(count -> round <= rounds(count)).toList();
    }

    private int rounds(int count) {
        return count > EVERY_ROUND_ROWS_MAX ? 1 : rounds;
    }

    private MeasuredTraining train(Origin trainer, int count, String round) {
        MeasuredTraining run = task.run(trainer, count);
        progress.say(
                "%-12s %,9d customers  %-12s  fit %6.1f s, process %6.1f s, peak %,6.0f MiB",
                round, count, run.trainer(), run.fit(), run.process(), run.peakMebibytes());
        return run;
    }

    /** How it was measured, for the report. */
    String inWords() {
        String each = rounds == 1 ? "1 round" : rounds + " rounds, each in the other order; medians";
        boolean once = rounds > 1 && rows.get(rows.size() - 1) > EVERY_ROUND_ROWS_MAX;
        return each
                + (once ? "; more than %,d customers once".formatted(EVERY_ROUND_ROWS_MAX) : "")
                + "; before them one training by each that does not count";
    }
}
