package io.churnwatch.training;

import io.churnwatch.training.run.ProgressLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.CommandLine;

/** What {@link TrainChurnModel} answered to some arguments. */
record CommandRun(int exitCode, String out, String err, String progress) {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static CommandRun of(Map<String, String> environment, String... arguments) {
        return at(NOON, environment, arguments);
    }

    static CommandRun at(Instant now, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        PrintStream lines = new PrintStream(progress, true, StandardCharsets.UTF_8);
        CommandLine command = new TrainChurnModel(
                        environment, Clock.fixed(now, ZoneOffset.UTC), new ProgressLines(lines, System::nanoTime))
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exitCode = command.execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString(), progress.toString(StandardCharsets.UTF_8));
    }
}
