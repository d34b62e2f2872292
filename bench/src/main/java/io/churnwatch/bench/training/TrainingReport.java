package io.churnwatch.bench.training;

import io.churnwatch.bench.report.Numbers;
import io.churnwatch.bench.report.ServiceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What was measured, as {@code training.md}. Every sentence about a figure is made from the figure.
 *
 * @param versions of what both train with
 */
record TrainingReport(ServiceRun run, TrainingTask task, String versions, TrainingFigures figures) {
    private static final String SECONDS = "%.1f";
    private static final String MEBIBYTES = "%,.0f";

    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("training.md"), markdown());
    }

    String markdown() {
        return "# How long a training takes\n" + run.markdown() + explanation() + table() + growth() + verdicts();
    }

    private String explanation() {
        return """
                | with | %s |

                A forest of %d trees of depth %d, 5 customers in a leaf, half of the features per split, on every core. The customers are
                made up in the shape of the public bank-churn table; a fifth of them, at most 100,000, is held out. *Churnwatch* is
                `./churnwatch train --out` in a JVM with at most %s of heap and its compiler and collector as they come; *scikit-learn* is
                its `RandomForestClassifier` with `n_jobs=-1` on the same file. Each training is a process of its own that
                starts cold, as it does when one is asked for.

                - *Load*: from the start until the customers are in memory; ours starts Spark, and checks every row as the feed would.
                - *Fit*: from there to the forest, dealing out, filling, indexing or one-hot encoding included. Ours cuts numbers into 64
                  bins; scikit-learn's looks at every value.
                - *Evaluate*: scoring the held-out customers, and the ROC AUC; ours has calibration, confusion and more.
                - *The rest*: export to PMML, the parity gate, the review (intervals, segments, importances), model card and charts. Only
                  ours does that, so *fit* compares like with like, and *process* does not.
                - *Peak*: the most memory that the process had at once (`VmHWM`). A JVM takes what it may before it cleans up, so that ours
                  depends on the heap that it is given.

                In brackets the least and the most of the rounds. Seconds, and MiB.

                """.formatted(versions, task.forest().trees(), task.forest().depth(), task.memory());
    }

    private String table() {
        return """
                | customers | | load | fit | evaluate | the rest | process | peak | ROC AUC |
                |---:|---|---:|---:|---:|---:|---:|---:|---:|
                """
                + figures.rows().stream()
                        .flatMap(rows -> Arrays.stream(Trainer.values()).map(trainer -> line(rows, trainer)))
                        .collect(Collectors.joining());
    }

    private String line(int rows, Trainer trainer) {
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %s | %s | %s | %s | %s | %.4f |%n",
                rows,
                trainer.title(),
                cell(rows, trainer, TrainingRun::load, SECONDS),
                cell(rows, trainer, TrainingRun::fit, SECONDS),
                cell(rows, trainer, TrainingRun::evaluate, SECONDS),
                cell(rows, trainer, TrainingRun::rest, SECONDS),
                cell(rows, trainer, TrainingRun::total, SECONDS),
                cell(rows, trainer, TrainingRun::peakMebibytes, MEBIBYTES),
                figures.median(rows, trainer, TrainingRun::rocAuc));
    }

    private String cell(int rows, Trainer trainer, ToDoubleFunction<TrainingRun> figure, String format) {
        double[] runs =
                figures.of(rows, trainer).stream().mapToDouble(figure).sorted().toArray();
        String median = String.format(Locale.ROOT, format, figures.median(rows, trainer, figure));
        return runs.length == 1
                ? median
                : median
                        + String.format(
                                Locale.ROOT, " (" + format + "–" + format + ")", runs[0], runs[runs.length - 1]);
    }

    private String growth() {
        List<Integer> rows = figures.rows();
        if (rows.size() == 1) {
            return "";
        }
        int fewer = rows.get(rows.size() - 2);
        int more = rows.get(rows.size() - 1);
        return String.format(Locale.ROOT, """

                        ## From %,d to %,d customers

                        How many times the seconds and the memory %s times the customers take. What is more than that is **worse than
                        hoped**.

                        | | fit | process | peak |
                        |---|---:|---:|---:|
                        """, fewer, more, Numbers.inWords((double) more / fewer))
                + Arrays.stream(Trainer.values())
                        .map(trainer -> growthLine(trainer, fewer, more))
                        .collect(Collectors.joining());
    }

    private String growthLine(Trainer trainer, int fewer, int more) {
        double hoped = (double) more / fewer;
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        trainer.title(),
                        upTo(hoped, figures.growth(trainer, fewer, more, TrainingRun::fit)),
                        upTo(hoped, figures.growth(trainer, fewer, more, TrainingRun::total)),
                        upTo(hoped, figures.growth(trainer, fewer, more, TrainingRun::peakMebibytes)));
    }

    private String verdicts() {
        return """

                ## Beside scikit-learn

                Hoped for: no more time and no more memory than scikit-learn takes. What is more is **worse than hoped**.

                """ + figures.rows().stream().map(this::verdict).collect(Collectors.joining());
    }

    private String verdict(int rows) {
        return String.format(
                Locale.ROOT,
                "- %,d customers: the fit takes %s times as long, the process %s times, and %s times the memory.%n",
                rows,
                upTo(1, figures.timesPeer(rows, TrainingRun::fit)),
                upTo(1, figures.timesPeer(rows, TrainingRun::total)),
                upTo(1, figures.timesPeer(rows, TrainingRun::peakMebibytes)));
    }

    /** What is worse than hoped stands out. */
    private static String upTo(double hoped, double found) {
        String number = Numbers.inWords(found);
        return found > hoped ? "**" + number + "**" : number;
    }
}
