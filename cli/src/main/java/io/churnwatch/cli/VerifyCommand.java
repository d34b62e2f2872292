package io.churnwatch.cli;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.feed.KafkaTopics;
import io.churnwatch.local.stack.MainClass;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.local.stack.StackEnvironment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks what the job wrote. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Replays the feed of the running stack independently, and compares every row. Exit code 1 when something differs.",
        footer = {"", "Example:", "  ./churnwatch verify"})
public final class VerifyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        RunningStack stack = RunningStack.find();
        requireServices(stack.environment());
        return stack.run(MainClass.VERIFICATION, List.of());
    }

    /** The verification needs both, and would end in a stack trace without one. */
    private static void requireServices(StackEnvironment environment) {
        CommandLineDatabase.of(environment).open().close();
        KafkaTopics.of(environment.bootstrapServers());
    }
}
