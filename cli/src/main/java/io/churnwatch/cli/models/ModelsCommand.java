package io.churnwatch.cli.models;

import picocli.CommandLine.Command;

/** Lists models and gives them their roles. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Lists and shows the trained models, promotes one, rejects one, or takes a promotion back.",
            "The job follows within two seconds, without a restart; all customers are then scored again in the background."
        },
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            LiveCommand.class,
            PromoteCommand.class,
            RejectCommand.class,
            RollbackCommand.class,
            GateCommand.class,
            ExportCommand.class,
            SyncCommand.class
        },
        footer = {"", "Example:", "  ./churnwatch models list"})
public final class ModelsCommand {}
