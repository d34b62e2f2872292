package io.churnwatch.scoring.jpmml;

import io.churnwatch.csv.CsvRows;
import io.churnwatch.scoring.explain.ExplainableModel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Scores the customers of a CSV file with the model of a PMML file: the scores go to standard output, as CSV. */
@Command(
        name = "./churnwatch score",
        usageHelpWidth = 110,
        description = "Scores a CSV file of customers with a PMML classifier of two classes.")
public final class ScoreFile implements Callable<Integer> {
    /** A given file is missing or is not what it should be; the same as the other commands' BAD_FILE. */
    static final int WRONG_INPUT = 6;

    private final InputStream in;
    private final OutputStream out;
    private final LongSupplier nanoTime;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE.pmml",
            description = "A PMML classifier of two classes; it may be gzipped.")
    private Path modelFile = Path.of("");

    @Option(
            names = "--customers",
            required = true,
            paramLabel = "FILE.csv",
            description = "The customers, with a header; - is the standard input.")
    private String customersFile = "";

    @Option(names = "--explain", description = "Adds what each input field contributes, and the base.")
    private boolean explain;

    @Option(
            names = "--engine",
            paramLabel = "auto|own|jpmml",
            description = "What scores: auto is the built-in engine where it reads the model, else jpmml.")
    private Engine engine = Engine.AUTO;

    public static void main(String[] arguments) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // The XML binding prints there what its exceptions say again: it must not get among the scores.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.exit(
                new ScoreFile(System.in, out, System::nanoTime).commandLine().execute(arguments));
    }

    ScoreFile(InputStream in, OutputStream out, LongSupplier nanoTime) {
        this.in = in;
        this.out = out;
        this.nanoTime = nanoTime;
    }

    /** 0 when all rows are scored, 1 when some are not, 2 when the options make no sense, 6 when a file does not. */
    CommandLine commandLine() {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ScoreFile::failed);
    }

    @Override
    public Integer call() throws IOException {
        refuseToExplainWithJpmml();
        try (CsvRows rows = CustomerRows.open(customersFile, in)) {
            LoadedModel loaded = LoadedModel.read(modelFile, engine);
            RefusedRows refused = new RefusedRows(err());
            ScoringRun run = new ScoringRun(rows, loaded.model(), scoreColumns(loaded), refused);
            err().println(loaded.notice());
            report(score(run), loaded);
            return refused.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void refuseToExplainWithJpmml() {
        if (explain && engine == Engine.JPMML) {
            throw new ParameterException(
                    spec.commandLine(), "--explain needs the built-in engine: jpmml computes no contributions");
        }
    }

    private ScoreColumns scoreColumns(LoadedModel loaded) {
        if (!explain) {
            return new ScoreColumns.Probability(loaded.model());
        }
        if (loaded.model() instanceof ExplainableModel explainable) {
            explainable.whyNotExplainable().ifPresent(reason -> {
                throw new WrongInputException("The scores of " + modelFile + " cannot be explained: " + reason);
            });
            return new ScoreColumns.Explained(explainable);
        }
        throw new WrongInputException("--explain needs the built-in engine, which does not read " + modelFile + ": "
                + loaded.whyNotOwn().orElse(""));
    }

    private Throughput score(ScoringRun run) {
        long start = nanoTime.getAsLong();
        long rows = run.writeTo(out);
        return new Throughput(rows, Duration.ofNanos(nanoTime.getAsLong() - start));
    }

    private void report(Throughput throughput, LoadedModel loaded) {
        err().println(throughput + " with the " + loaded.engineName());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints an expected failure as a sentence; only a bug shows its stack. */
    private static int failed(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof WrongInputException) {
            line.getErr().println("churnwatch: " + failure.getMessage());
            return WRONG_INPUT;
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            line.getErr().println("churnwatch: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
