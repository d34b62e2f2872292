package io.churnwatch.cli.topic;

import io.churnwatch.Topics;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.RawUpdate;
import io.churnwatch.local.stack.RunningStack;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts updates on the feed. */
@Command(
        name = "produce",
        mixinStandardHelpOptions = true,
        description = {
            "Sends each line of standard input, byte for byte, as one message keyed by its customer_id.",
            "A line without a readable customer_id is sent with an empty key; empty lines are skipped."
        },
        footer = {
            "",
            "Example:",
            "  ./churnwatch produce < updates.jsonl",
            "where a line of updates.jsonl is",
            "  {\"event_id\":\"e-1\",\"customer_id\":15647311,\"occurred_at\":\"2026-11-22T10:15:30.123Z\",",
            "   \"op\":\"PATCH\",\"source\":\"core-banking\",\"profile\":{\"is_active_member\":false}}"
        })
public final class ProduceCommand implements Callable<Integer> {
    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Another topic than " + Topics.CUSTOMER_UPDATES + ".")
    private String topic = Topics.CUSTOMER_UPDATES;

    @Override
    public Integer call() {
        RunningStack stack = RunningStack.find();
        try (FeedPublisher publisher = FeedPublisher.connect(stack.environment().bootstrapServers(), topic)) {
            sendLines(publisher);
            publisher.flush();
            System.err.println(publisher.sent() + " sent to " + topic);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sendLines(FeedPublisher publisher) throws IOException {
        ByteLines lines = new ByteLines(new BufferedInputStream(System.in));
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().length > 0) {
                publisher.send(RawUpdate.of(line.get()));
            }
        }
    }
}
