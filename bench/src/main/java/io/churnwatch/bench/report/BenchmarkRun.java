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
import org.jspecify.annotations.Nullable;

/**
 * One run of a benchmark. Create it before anything is started or trained: it takes the machine's load.
 *
 * @param benchmark names the result file and the page
 * @param command that repeats the measurement
 * @param quick whether the figures are a first look only
 */
public record BenchmarkRun(
        String benchmark, String command, boolean quick, String commit, String date, Machine machine) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Notes where and when a run begins. */
    public static BenchmarkRun start(String benchmark, String command, boolean quick) {
        return new BenchmarkRun(
                benchmark,
                command,
                quick,
                Objects.requireNonNullElse(System.getenv("CHURNWATCH_COMMIT"), ""),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.here());
    }

    /** A result file. */
    private record Result(BenchmarkRun run, String method, Object figures) {}

    /**
     * Writes the result file, and its page where Python 3 is installed.
     *
     * @param out folder of the pages; that of the repository when null
     * @param method how often and how long was measured, in words
     * @param figures of the benchmark, as {@code bench/report.py} reads them
     */
    public void write(@Nullable Path out, String method, Object figures) throws IOException {
        Workspace workspace = Workspace.find();
        Path folder = out == null ? workspace.report() : out.toAbsolutePath();
        Path file = Files.createDirectories(folder.resolve("results")).resolve(benchmark + ".json");
        JSON.writeValue(file.toFile(), new Result(this, method, figures));
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
