package io.churnwatch.cli.training;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.MainClass;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.store.training.QueuedJob;
import io.churnwatch.store.training.TrainingOptions;
import io.churnwatch.store.training.TrainingParameters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Trains a model. */
@Command(
        name = "train",
        customSynopsis = {
            "churnwatch train [--detach] [OPTIONS OF A TRAINING]",
            "churnwatch train --list | --follow ID | --cancel ID",
            "churnwatch train --customers FILE.csv --out DIR [OPTIONS OF A TRAINING]"
        },
        description = {
            "Queues a training for the worker of the running stack, and shows its log. The model is a challenger until a"
                    + " person promotes it.",
            "",
            "With --customers or --out it trains on this machine, from a file or into a folder, without a stack.",
            "'--options' shows the options of a training."
        },
        footer = {"", "Example:", "  ./churnwatch train --trees 300 --depth 12 --detach"})
public final class TrainCommand implements Callable<Integer> {
    /** The options with files and folders of this machine, which the worker does not see. */
    private static final Set<String> HERE = Set.of("--customers", "--out", "--publish");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(names = "--options", description = "Shows the options of a training.")
    private boolean showOptions;

    @Option(names = "--detach", description = "Queues the training and returns.")
    private boolean detach;

    @Option(names = "--list", description = "Shows the newest trainings.")
    private boolean list;

    @Option(names = "--follow", paramLabel = "ID", description = "Shows the log of a training until it is over.")
    private @Nullable Long follow;

    @Option(names = "--cancel", paramLabel = "ID", description = "Ends a training, at its next step if it runs.")
    private @Nullable Long cancel;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        if (showOptions) {
            return MainClass.TRAINING.run(List.of("--help"));
        }
        if (!list && follow == null && cancel == null) {
            return arguments.stream().anyMatch(TrainCommand::needsThisMachine) ? trainHere() : train(parameters());
        }
        if (!arguments.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--list, --follow and --cancel take no other options.");
        }
        return see(new Trainings(RunningStack.find().environment()));
    }

    private int see(Trainings trainings) {
        if (cancel != null) {
            trainings.cancel(cancel);
            return ExitCode.OK;
        }
        if (follow != null) {
            return new JobFollower(trainings, System.err, follow).follow();
        }
        System.out.println(trainings.table());
        return ExitCode.OK;
    }

    private static boolean needsThisMachine(String word) {
        return HERE.contains(word.split("=", 2)[0]);
    }

    private TrainingParameters parameters() {
        try {
            return TrainingOptions.parse(arguments, Clock.systemUTC().instant());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Without a stack, the training itself reports what it lacks. */
    private int trainHere() {
        return RunningStack.ifRunning()
                .map(stack -> stack.run(MainClass.TRAINING, arguments))
                .orElseGet(() -> MainClass.TRAINING.run(arguments));
    }

    private int train(TrainingParameters parameters) {
        Optional<RunningStack> stack = RunningStack.ifRunning();
        if (stack.isEmpty()) {
            return trainHere();
        }
        Trainings trainings = new Trainings(stack.get().environment());
        QueuedJob queued = trainings.queue(parameters);
        if (!queued.isNew()) {
            System.err.printf("Training %d with the same options is under way already.%n", queued.jobId());
        }
        if (detach) {
            System.err.printf("'./churnwatch train --follow %d' shows how far it is.%n", queued.jobId());
            return ExitCode.OK;
        }
        return new JobFollower(trainings, System.err, queued.jobId()).follow();
    }
}
