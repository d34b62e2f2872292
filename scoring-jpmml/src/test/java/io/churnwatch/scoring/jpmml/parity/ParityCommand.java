package io.churnwatch.scoring.jpmml.parity;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts the rows that our engine scores differently from jpmml. There should be none. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description =
                "Scores customers and rows around every split point with our engine and with jpmml, and counts the scores that differ in any bit.",
        footer = {"", "Example:", "  ./churnwatch bench parity --rows 1000000 --models 'spark-*'"})
public final class ParityCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--rows",
            description = "Rows around the split points of each model (${DEFAULT-VALUE}).",
            defaultValue = "1000000")
    private long rows;

    @Option(
            names = "--models",
            paramLabel = "GLOB",
            description = "Which of the bundled models (${DEFAULT-VALUE}).",
            defaultValue = "*")
    private String glob = "*";

    @Option(names = "--customers", paramLabel = "FILE.csv", description = "Customers instead of the bundled ones.")
    private @Nullable Path customers;

    @Parameters(paramLabel = "FILE.pmml", description = "Your own models instead of the bundled ones.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        ParityRun run = new ParityRun(customers(), rows);
        AtomicBoolean differs = new AtomicBoolean();
        System.out.printf("%-42s %11s %11s %9s%n", "model", "scored", "refused", "different");
        models().entrySet().parallelStream()
                .map(model -> line(model.getKey(), model.getValue().get(), run, differs))
                .forEachOrdered(System.out::println);
        return differs.get() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static String line(String name, byte[] pmml, ParityRun run, AtomicBoolean differs) {
        try {
            Parity parity = run.compare(pmml);
            differs.compareAndSet(false, parity.different() > 0);
            System.err.println(name + " done");
            return String.format(
                    Locale.ROOT,
                    "%-42s %,11d %,11d %,9d%s",
                    name,
                    parity.scored(),
                    parity.refused(),
                    parity.different(),
                    parity.firstDifference().map(first -> "  " + first).orElse(""));
        } catch (UnsupportedPmmlException e) {
            return String.format(Locale.ROOT, "%-42s left to jpmml: %s", name, e.getMessage());
        }
    }

    private Map<String, Supplier<byte[]>> models() throws IOException {
        Map<String, Supplier<byte[]>> models = new LinkedHashMap<>();
        for (Path file : files) {
            byte[] pmml = readable(file);
            models.put(file.toString(), () -> pmml);
        }
        if (files.isEmpty()) {
            var matcher = Path.of("").getFileSystem().getPathMatcher("glob:" + glob);
            ModelZoo.names().stream()
                    .filter(name -> matcher.matches(Path.of(name)))
                    .forEach(name -> models.put(name, () -> ModelZoo.document(name)));
        }
        if (models.isEmpty()) {
            throw refused("No model matches " + glob + "; there are " + ModelZoo.names());
        }
        return models;
    }

    private List<Map<String, AttributeValue>> customers() throws IOException {
        if (customers == null) {
            return ModelZoo.customers();
        }
        return CsvCustomers.of(
                new String(readable(customers), StandardCharsets.UTF_8).lines().toList());
    }

    private byte[] readable(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw refused("There is no file " + file + " to read.");
        }
        return Files.readAllBytes(file);
    }

    private ParameterException refused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
