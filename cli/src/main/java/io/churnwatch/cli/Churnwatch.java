package io.churnwatch.cli;

import io.churnwatch.cli.drift.DriftCommand;
import io.churnwatch.cli.models.ModelsCommand;
import io.churnwatch.cli.outcomes.OutcomesCommand;
import io.churnwatch.cli.stack.DownCommand;
import io.churnwatch.cli.stack.LogsCommand;
import io.churnwatch.cli.stack.StatusCommand;
import io.churnwatch.cli.stack.UpCommand;
import io.churnwatch.cli.stack.UpgradeJobCommand;
import io.churnwatch.cli.topic.ConsumeCommand;
import io.churnwatch.cli.topic.ProduceCommand;
import io.churnwatch.cli.training.TrainCommand;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line: what machines read goes to standard output, everything else to standard error. */
@Command(
        name = "churnwatch",
        mixinStandardHelpOptions = true,
        versionProvider = VersionFromJar.class,
        description = "Runs and operates a local stack, which shows a bank live how likely each customer is to leave.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            UpgradeJobCommand.class,
            FeedCommand.class,
            TrainCommand.class,
            ModelsCommand.class,
            DriftCommand.class,
            OutcomesCommand.class,
            ScoreCommand.class,
            SqlCommand.class,
            ProduceCommand.class,
            ConsumeCommand.class,
            VerifyCommand.class,
            TestCommand.class,
            BenchCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message names the cause",
            "2:a wrong option or argument",
            "3:the stack is not running",
            "4:the stack is running already",
            "5:this machine is not ready: a port is taken, the disk is full, a wrong JDK or Node",
            "6:a given file is missing or is not what it should be"
        },
        footer = {
            "",
            "Its state is in .churnwatch/ (CHURNWATCH_HOME moves it), its logs in .churnwatch/logs/.",
            "",
            "Example:",
            "  ./churnwatch up --customers customers.csv"
        })
public final class Churnwatch {
    /** Wide enough that an example is one line, which can be copied. */
    private static final int HELP_WIDTH = 110;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Churnwatch())
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(Churnwatch::explain);
    }

    /** Prints a sentence for an expected failure; only a bug shows its stack trace. */
    private static int explain(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailedException expected) {
            line.getErr().println("churnwatch: " + expected.getMessage());
            return expected.exitCode();
        }
        Optional<String> sentence = FailureMessage.of(failure);
        if (sentence.isPresent()) {
            line.getErr().println("churnwatch: " + sentence.get());
            return ExitCode.FAILED;
        }
        throw failure;
    }
}
