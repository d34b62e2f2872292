package io.churnwatch.bench;

import io.churnwatch.bench.latency.LatencyCommand;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.scoring.ScoringCommand;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.sink.SinksCommand;
import io.churnwatch.bench.stream.StreamCommand;
import io.churnwatch.bench.swap.SwapsCommand;
import io.churnwatch.bench.training.TrainingQualityCommand;
import io.churnwatch.bench.training.TrainingTimeCommand;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.service.ServiceFailedException;
import io.churnwatch.scoring.jpmml.parity.ParityCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** {@code ./churnwatch bench}: one command for each kind of benchmark. */
@Command(
        name = "churnwatch bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures scoring and its parity with jpmml, the stream job, its sinks, latency and swaps of models, and training;"
                        + " needs no running stack, and is best run without one.",
        subcommands = {
            ScoringCommand.class,
            ParityCommand.class,
            StreamCommand.class,
            SinksCommand.class,
            LatencyCommand.class,
            SwapsCommand.class,
            TrainingTimeCommand.class,
            TrainingQualityCommand.class
        })
public final class Benchmarks {
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks())
                .setUsageHelpWidth(110)
                .registerConverter(ForestShape.class, ForestShape::parse)
                .setExecutionExceptionHandler(Benchmarks::explain);
    }

    /** Expected failures are a sentence; only a bug shows its stack. */
    private static int explain(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof BenchmarkFailedException
                || failure instanceof CommandFailedException
                || failure instanceof ServiceFailedException) {
            line.getErr().println("bench: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
