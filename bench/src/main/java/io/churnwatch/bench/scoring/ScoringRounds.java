package io.churnwatch.bench.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.bench.scoring.forest.TreeliteProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/** Measures one contender after the other, round after round, so that a drift of the machine hits all alike. */
final class ScoringRounds {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schedule schedule;
    private final JmhFork jmh;
    private final List<TrainedForest> forests;

    /** Forests are measured in the order of the list. */
    ScoringRounds(Schedule schedule, Workspace workspace, List<TrainedForest> forests) {
        this.schedule = schedule;
        this.jmh = new JmhFork(workspace, schedule);
        this.forests = forests;
    }

    /** Returns JMH's own results, one for each process, with the names of contender and forest. */
    List<ObjectNode> run() throws IOException {
        List<ObjectNode> results = new ArrayList<>();
        for (int round = 1; round <= schedule.rounds(); round++) {
            for (TrainedForest forest : forests) {
                for (Contender contender : contenders(forest)) {
                    ObjectNode result = measure(contender, forest);
                    results.add(result.put("contender", contender.name())
                            .put("title", contender.title())
                            .put("forest", forest.shape().toString())
                            .put("origin", forest.origin().title()));
                    System.err.printf(
                            "round %d of %d  %-22s  %-38s %,14.0f ns%n",
                            round,
                            schedule.rounds(),
                            forest,
                            contender.title(),
                            result.at("/primaryMetric/score").asDouble());
                }
            }
        }
        return results;
    }

    /** All but programs that took too long to compile. */
    private static List<Contender> contenders(TrainedForest forest) {
        return Contender.on(forest.origin()).stream()
                .filter(contender -> contender.platform() != Contender.Platform.PROGRAM
                        || program(contender, forest).exists())
                .toList();
    }

    private ObjectNode measure(Contender contender, TrainedForest forest) throws IOException {
        return switch (contender.platform()) {
            case JVM, JVM_WITH_SPARK -> json(jmh.measure(contender, forest));
            case PROGRAM ->
                json(program(contender, forest)
                        .nanos(schedule.warmUps(contender), schedule.iterations(), schedule.iterationSeconds()));
        };
    }

    /** As JMH writes it, without the paths of this machine. */
    private static ObjectNode json(RunResult result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(List.of(result));
        }
        ObjectNode json = (ObjectNode) JSON.readTree(bytes.toByteArray()).get(0);
        json.withObject("/params").remove("folder");
        json.remove(List.of("jvm", "jvmArgs"));
        return json;
    }

    /** In the shape of JMH's results. */
    private static ObjectNode json(double[] nanos) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("primaryMetric")
                .put("score", Arrays.stream(nanos).average().orElseThrow())
                .set("rawData", JSON.valueToTree(new double[][] {nanos}));
        return json;
    }

    private static TreeliteProgram program(Contender contender, TrainedForest forest) {
        return new TreeliteProgram(forest.files(), contender.entry());
    }
}
