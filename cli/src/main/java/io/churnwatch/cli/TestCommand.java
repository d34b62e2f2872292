package io.churnwatch.cli;

import io.churnwatch.local.CommandFailedException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Listed here for the help only: the script runs the tests itself, as they need no build of this module before. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Runs every test: those of the Java modules, the checks of the web pages, and a browser test of a whole stack."
                        + " With arguments only ./mvnw verify with these.",
        footer = {"", "Example:", "  ./churnwatch test", "  ./churnwatch test -pl scoring -am"})
public final class TestCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw CommandFailedException.usage("Run it by the script: ./churnwatch test");
    }
}
