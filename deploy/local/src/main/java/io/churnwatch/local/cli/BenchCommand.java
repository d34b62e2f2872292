package io.churnwatch.local.cli;

import picocli.CommandLine.Command;

/** Measures. */
@Command(
        name = "bench",
        description =
                "Measures the running stack. All arguments but --help go to io.churnwatch.bench.Benchmarks in the module bench.",
        footer = {"", "Example:", "  ./churnwatch bench"})
public final class BenchCommand extends DelegatingCommand {
    public BenchCommand() {
        super("bench", "io.churnwatch.bench.Benchmarks", "1g");
    }
}
