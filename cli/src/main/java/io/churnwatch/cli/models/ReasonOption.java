package io.churnwatch.cli.models;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The reason of a promotion, which is stored with it. */
final class ReasonOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    private String text = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; kept with the promotion.")
    void setText(String given) {
        if (given.isBlank()) {
            throw new ParameterException(command.commandLine(), "--reason must not be blank.");
        }
        text = given.strip();
    }

    String text() {
        return text;
    }
}
