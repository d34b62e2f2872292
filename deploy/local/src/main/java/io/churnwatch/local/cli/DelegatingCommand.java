package io.churnwatch.local.cli;

import io.churnwatch.local.stack.RunningStack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** A command that is a main class of another module: all arguments but {@code --help} go there unchanged. */
abstract class DelegatingCommand implements Callable<Integer> {
    private final String module;
    private final String mainClass;
    private final String heap;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    DelegatingCommand(String module, String mainClass, String heap) {
        this.module = module;
        this.mainClass = mainClass;
        this.heap = heap;
    }

    @Override
    public Integer call() {
        return run(module, mainClass, heap, arguments);
    }

    /** Against the running stack; a command that needs none overrides it. */
    int run(String module, String mainClass, String heap, List<String> arguments) {
        return RunningStack.find().runMain(module, mainClass, heap, arguments);
    }
}
