package io.churnwatch.local.cli;

import io.churnwatch.local.stack.Repository;
import java.util.List;
import picocli.CommandLine.Command;

/** Runs the benchmarks, without a stack. */
@Command(
        name = "bench",
        customSynopsis =
                "churnwatch bench scoring [--quick] [--peers] [--forests TREESxDEPTH,…] [--cache DIR] [--out DIR]",
        description = {
            "Measures how fast customers are scored and explained by our engines, jpmml, Spark itself and two baselines. Writes docs/benchmarks/scoring.md and its charts. Needs no running stack, and is best run without one: it takes some 15 minutes, 20 with --peers, and longer the first time.",
            "",
            "--quick              a first look: fewer and shorter rounds",
            "--peers              also ONNX Runtime and Treelite's C, on forests of scikit-learn (needs Python 3.11, gcc)",
            "--forests 100x5,…    trees x depth of the forests (default: 100x5,100x10,300x12), trained once",
            "--cache DIR          where forests and tools are kept (default: .churnwatch/bench)",
            "--out DIR            where the report goes (default: docs/benchmarks)",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./churnwatch bench scoring --quick --forests 100x5,100x10",
            "  ./churnwatch bench scoring --peers"
        })
public final class BenchCommand extends DelegatingCommand {
    public BenchCommand() {
        super("bench", "io.churnwatch.bench.Benchmarks", "2g");
    }

    @Override
    int run(String module, String mainClass, String heap, List<String> arguments) {
        return Repository.find().runMain(module, mainClass, heap, arguments);
    }
}
