package io.churnwatch.local.cli;

import picocli.CommandLine.Command;

/** Trains a model. */
@Command(
        name = "train",
        description =
                "Trains a model on the customers of the running stack. All arguments but --help go to io.churnwatch.training.TrainChurnModel in the module training-spark.",
        footer = {"", "Example:", "  ./churnwatch train"})
public final class TrainCommand extends DelegatingCommand {
    public TrainCommand() {
        super("training-spark", "io.churnwatch.training.TrainChurnModel", "2g");
    }
}
