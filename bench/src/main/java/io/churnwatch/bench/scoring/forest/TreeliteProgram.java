package io.churnwatch.bench.scoring.forest;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A forest as a program: the C that Treelite's tl2cgen wrote, compiled with {@code row_by_row.c}, which scores and times rows.
 *
 * @param name of the folder with the C, beside the model
 */
public record TreeliteProgram(ModelFiles files, String name) {
    /** The C as it comes. */
    public static final String PLAIN = "treelite";

    /** The C with branches annotated and thresholds quantized, as Treelite's manual advises for speed. */
    public static final String TUNED = "treelite-tuned";

    /** The compiler of the C. */
    public static final String COMPILER = "gcc -O2 -march=native";

    private static final String PROGRAM = "row_by_row";
    static final String VERSION = "compiler.txt";
    private static final Duration COMPILE_LIMIT = Duration.ofMinutes(10);

    /** Those of a forest. */
    static List<TreeliteProgram> of(ModelFiles files) {
        return List.of(new TreeliteProgram(files, PLAIN), new TreeliteProgram(files, TUNED));
    }

    /** Those of a forest that could be compiled in reasonable time. */
    public static List<TreeliteProgram> compiled(ModelFiles files) {
        return of(files).stream().filter(TreeliteProgram::exists).toList();
    }

    /** Whether it could be compiled in reasonable time. */
    public boolean exists() {
        return Files.isExecutable(folder().resolve(PROGRAM));
    }

    /** Compiles as many files at a time as there are processors; leaves no program behind when it takes too long. */
    void compile(Path driver, Path log) {
        String script =
                "gcc --version | head -n 1 >%s && ls *.c | xargs -P %d -n 1 %s -c && %s -I. \"$1\" *.o -o %s -lm"
                        .formatted(VERSION, Runtime.getRuntime().availableProcessors(), COMPILER, COMPILER, PROGRAM);
        List<String> commandLine = List.of("sh", "-c", script, "sh", driver.toString());
        if (!new LoggedProgram("Compiling " + name, commandLine, folder(), Map.of(), log).run(COMPILE_LIMIT)) {
            System.err.println("It takes more than " + COMPILE_LIMIT.toMinutes() + " minutes: left out.");
        }
    }

    /** Scores every row once. */
    public double[] scores() {
        return output(List.of("score"));
    }

    /**
     * Scores all rows again and again.
     *
     * @param seconds of an iteration
     * @return nanoseconds per row of every iteration after the warm-ups
     */
    public double[] nanos(int warmUps, int iterations, double seconds) {
        return output(
                List.of("time", Integer.toString(warmUps), Integer.toString(iterations), Double.toString(seconds)));
    }

    private double[] output(List<String> arguments) {
        List<String> commandLine = new ArrayList<>(List.of(
                folder().resolve(PROGRAM).toString(), files.vectorsFile().toString()));
        commandLine.addAll(arguments);
        try {
            Process process = new ProcessBuilder(commandLine)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            double[] numbers = process.inputReader()
                    .lines()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (process.waitFor() != 0) {
                throw new BenchmarkFailedException(name + " failed: " + commandLine);
            }
            return numbers;
        } catch (IOException | UncheckedIOException e) {
            throw new BenchmarkFailedException(name + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailedException(name + " was interrupted", e);
        }
    }

    private Path folder() {
        return files.folder().resolve(name);
    }
}
