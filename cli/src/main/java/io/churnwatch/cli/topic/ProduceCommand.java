package io.churnwatch.cli.topic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.churnwatch.Topics;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.RawUpdate;
import io.churnwatch.local.stack.RunningStack;
import java.io.IOException;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends updates to the feed. */
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
    public Integer call() throws IOException {
        RunningStack stack = RunningStack.find();
        try (FeedPublisher publisher = FeedPublisher.connect(stack.environment().bootstrapServers(), topic)) {
            sendLines(publisher);
            publisher.flush();
            System.err.println(publisher.sent() + " sent to " + topic);
            return ExitCode.OK;
        }
    }

    /** ISO-8859-1 keeps every byte: a malformed line need not be text. */
    private static void sendLines(FeedPublisher publisher) throws IOException {
        Scanner lines = new Scanner(System.in, ISO_8859_1).useDelimiter("\n");
        lines.forEachRemaining(line -> {
            if (!line.isEmpty()) {
                publisher.send(RawUpdate.of(line.getBytes(ISO_8859_1)));
            }
        });
        if (lines.ioException() != null) { // a scanner ends there as at the end
            throw lines.ioException();
        }
    }
}
