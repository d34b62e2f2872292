package io.churnwatch.cli;

import io.churnwatch.local.stack.MainClass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the benchmarks, without a stack. Every argument goes there unchanged, so that each of them explains itself. */
@Command(
        name = "bench",
        customSynopsis = "churnwatch bench COMMAND [--help] …",
        description =
                "Measures scoring, its parity with jpmml, and the stream job; needs no running stack, and is best run without one.",
        footer = {"", "Example:", "  ./churnwatch bench scoring --quick"})
public final class BenchCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        return MainClass.BENCHMARKS.run(arguments);
    }
}
