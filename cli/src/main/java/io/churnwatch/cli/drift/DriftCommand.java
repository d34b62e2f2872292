package io.churnwatch.cli.drift;

import picocli.CommandLine.Command;

/** Shows how far live customers are from those of the training. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how far the customers that the champion scores are from those that it was trained on, field by field, and"
                    + " how the challenger would do in its place; and how good the scores and alerts of a horizon ago turned"
                    + " out to be.",
            "The stack's worker checks every six hours by itself; when a field has drifted it queues a training, whose model is"
                    + " a challenger until a person promotes it."
        },
        subcommands = {CheckCommand.class, DriftReportCommand.class},
        footer = {"", "Example:", "  ./churnwatch drift check"})
public final class DriftCommand {}
