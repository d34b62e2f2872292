package io.churnwatch.cli.outcomes;

import picocli.CommandLine.Command;

/** Records outcomes, and judges past alerts by them. */
@Command(
        name = "outcomes",
        mixinStandardHelpOptions = true,
        description = {
            "Imports exits and stays, and shows how often alerts were right, and how early.",
            "Exits in the feed are recorded automatically."
        },
        subcommands = {ImportCommand.class, OutcomeReportCommand.class},
        footer = {"", "Example:", "  ./churnwatch outcomes report"})
public final class OutcomesCommand {}
