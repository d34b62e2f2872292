package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.report.BarChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as {@code scoring.md} with its charts. Every sentence about a figure is made from the figure. */
public record ScoringReport(Circumstances circumstances, List<ForestFigures> forests) {
    /** The name of the report in its folder. */
    public static final String FILE = "scoring.md";

    public ScoringReport {
        forests = List.copyOf(forests);
    }

    /** Writes the report and its charts into a folder. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("img"));
        Files.writeString(folder.resolve(FILE), markdown());
        for (Map.Entry<String, BarChart> chart : charts().entrySet()) {
            Files.writeString(folder.resolve(chart.getKey()), chart.getValue().svg());
        }
    }

    String markdown() {
        return "# Scoring and explaining one row\n"
                + circumstances.markdown()
                + explanation()
                + forests.stream()
                        .map(forest -> new ForestSection(forest).markdown())
                        .collect(Collectors.joining())
                + new TargetsSection(forests).markdown();
    }

    /** By the name of their file. */
    Map<String, BarChart> charts() {
        Map<String, BarChart> charts = new LinkedHashMap<>();
        forests.stream()
                .flatMap(forest -> new ForestSection(forest).tables().stream())
                .forEach(table -> charts.put(table.image(), table.chart()));
        return charts;
    }

    private static String explanation() {
        return """

                One row at a time, the next of some 2,000 held-out customers at every operation. Medians over the iterations of all
                rounds. Bytes are those on the Java heap; the measuring itself takes some kilobytes per iteration, which show where an
                operation takes milliseconds.

                - *Encoded row*, *vector*: the numbers and category codes are ready in an array, or whatever the contender takes
                  instead. *From the profile*: the values are looked up, checked and encoded first. *At once*: the time of one row when
                  2,000 are handed over together.
                - *Naive arrays* and the *textbook's TreeSHAP* (Lundberg's algorithm 2) are in `bench`, written apart from the engine.
                  Our TreeSHAP is `PmmlForest.explain`: it encodes the profile, scores it as well and returns a map.
                - *Key kept*: the split key of every row is written and compared with the customer's last one; when they are equal the
                  kept score is returned, else the row is scored and both are kept.
                - *jpmml*: a map of raw values for every row, made beforehand.
                - *Spark*: `RandomForestClassificationModel.predictProbability(Vector)`, on vectors that are ready, without a session.
                - *ONNX Runtime*: one thread; the tensors of row and answer are made once and used in place.
                - *Treelite*: the C that tl2cgen writes, a file per tree, compiled with `gcc -O2 -march=native`, called row by row by a C
                  program that takes its time itself (`bench/peers`). *Tuned*: with branches annotated and thresholds quantized.

                The forests are trained by Spark with the settings of `./churnwatch train`, and by scikit-learn with its defaults, on the
                sample that ships.
                """;
    }
}
