package io.churnwatch.cli.models;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.Promotion;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which model is or was live. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = "Shows which model is the champion, or was at a time; since when, by whom and why.",
        footer = {"", "Example:", "  ./churnwatch models live --at '2026-03-03 14:00'"})
final class LiveCommand implements Callable<Integer> {
    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "ISO-8601, in UTC unless it names a zone: '2026-03-03 14:00', 2026-03-03T14:00+01:00.",
            converter = TimeConverter.class)
    private @Nullable Instant at;

    @Override
    public Integer call() {
        Instant time = at == null ? Instant.now() : at;
        Promotion champion = new RegisteredModels(RunningStack.find().environment())
                .inForce(ModelRole.CHAMPION, time)
                .orElseThrow(() -> CommandFailedException.failed("No model was live yet at " + time + "."));
        System.out.println(champion.toVersion());
        System.err.printf(
                "Champion since %s, promoted by %s: %s%n",
                champion.effectiveAt(), champion.promotedBy(), champion.reason());
        return ExitCode.OK;
    }
}
