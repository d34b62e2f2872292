package io.churnwatch.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.churnwatch.bench.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a run of a benchmark is recorded: the option that all commands share, the result file and the page. */
public final class RunRecorder {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String FOLDER = "DIR";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--out", paramLabel = FOLDER, description = "Where the report goes (default: docs/benchmarks).")
    private @Nullable Path out;

    /**
     * A run as its result file describes it.
     *
     * @param command that repeats the measurement
     * @param quick whether the figures are a first look only
     */
    private record Run(String benchmark, String command, boolean quick, String commit, String date, Machine machine) {}

    private record Result(Run run, String method, Object figures) {}

    /** Figures that are written once they are there, as often as there are more. */
    public interface Report {
        /**
         * Writes the result file, and its page where Python 3 is installed.
         *
         * @param method how often and how long was measured, in words
         * @param figures of the benchmark, as {@code bench/report.py} reads them
         */
        void write(String method, Object figures) throws IOException;
    }

    /**
     * Ends the command with a usage error unless its options make sense together.
     *
     * @param otherwise what is needed
     */
    public void require(boolean sensible, String otherwise) {
        if (!sensible) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }

    /**
     * Notes where and when a run begins. It takes the machine's load, so it comes before anything is started or trained.
     *
     * @param benchmark names the result file and the page
     */
    public Report start(String benchmark) {
        OptionSpec quick = command.findOption("--quick");
        Run run = new Run(
                benchmark,
                commandLine(),
                quick != null && Boolean.TRUE.equals(quick.getValue()),
                Objects.requireNonNullElse(System.getenv("CHURNWATCH_COMMIT"), ""),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.here());
        return (method, figures) -> write(new Result(run, method, figures));
    }

    /** As it was typed. Folders are left out: they change no figure. */
    private String commandLine() {
        Stream<String> options = command.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !option.paramLabel().equals(FOLDER))
                .map(RunRecorder::typed);
        return Stream.concat(Stream.of("./" + command.qualifiedName()), options).collect(Collectors.joining(" "));
    }

    private static String typed(OptionSpec option) {
        return option.typeInfo().isBoolean()
                ? option.longestName()
                : option.longestName() + " " + String.join(",", option.originalStringValues());
    }

    private void write(Result result) throws IOException {
        Workspace workspace = Workspace.find();
        Path folder = out == null ? workspace.root().resolve("docs/benchmarks") : out.toAbsolutePath();
        Path file = Files.createDirectories(folder.resolve("results"))
                .resolve(result.run().benchmark() + ".json");
        JSON.writeValue(file.toFile(), result);
        System.err.println("Wrote " + file);
        draw(workspace.root().resolve("bench/report.py"), file);
    }

    private static void draw(Path script, Path file) {
        try {
            Process process = new ProcessBuilder(List.of("python3", "-B", script.toString(), file.toString()))
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                System.err.println("The page was not written; try: python3 bench/report.py " + file);
            }
        } catch (IOException e) {
            System.err.println("There is no python3 to write the page with: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
