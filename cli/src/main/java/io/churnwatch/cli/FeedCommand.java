package io.churnwatch.cli;

import io.churnwatch.Topics;
import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.FeedRun;
import io.churnwatch.local.feed.FeedShares;
import io.churnwatch.local.feed.FeedSimulator;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.store.Database;
import io.churnwatch.store.customer.CustomerChurn;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates the lives of the customers. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = {
            "Sends plausible updates of the customers in the database: balances and salaries drift, products come and go,"
                    + " people fall silent, come back, grow older and leave.",
            "The same seed and the same customers give the same changes."
        },
        footer = {"", "Example:", "  ./churnwatch feed --rate 500 --count 10000 --seed 7 --duplicates 0.01 --late 0.02"
        })
public final class FeedCommand implements Callable<Integer> {
    @Option(names = "--rate", paramLabel = "N", required = true, description = "Updates per second.")
    private double rate;

    @Option(names = "--count", paramLabel = "N", description = "Ends after N messages; else runs until Ctrl-C.")
    private @Nullable Long count;

    @Option(names = "--seed", paramLabel = "N", description = "Makes the changes repeatable.")
    private @Nullable Long seed;

    @Option(names = "--duplicates", paramLabel = "SHARE", description = "Share of messages that repeat an earlier one.")
    private double duplicates;

    @Option(names = "--late", paramLabel = "SHARE", description = "Share of updates that occurred some time ago.")
    private double late;

    @Option(names = "--malformed", paramLabel = "SHARE", description = "Share of messages that are no valid update.")
    private double malformed;

    @Override
    public Integer call() {
        RunningStack stack = RunningStack.find();
        List<Customer> customers = customers(CommandLineDatabase.of(stack.environment()));
        if (customers.isEmpty()) {
            throw CommandFailedException.failed("There are no customers in the database yet.");
        }
        SecureRandom random = new SecureRandom();
        FeedSimulator simulator = new FeedSimulator(
                customers,
                shares(),
                seed == null ? random.nextLong() : seed,
                "feed-" + HexFormat.of().toHexDigits(random.nextLong(), 12),
                Clock.systemUTC());
        Progress progress = Progress.onStandardError();
        progress.say("Sending %s updates per second of %,d customers", rate, customers.size());
        try (FeedPublisher publisher =
                FeedPublisher.connect(stack.environment().bootstrapServers(), Topics.CUSTOMER_UPDATES)) {
            return new FeedRun(simulator, publisher, progress).send(rate, count == null ? Long.MAX_VALUE : count);
        }
    }

    private static List<Customer> customers(Database database) {
        return database.inTransaction(CustomerChurn::profiles).entrySet().stream()
                .map(customer -> new Customer(customer.getKey(), customer.getValue()))
                .toList();
    }

    private FeedShares shares() {
        if (!(rate > 0)) {
            throw CommandFailedException.usage("--rate must be above 0.");
        }
        try {
            return new FeedShares(duplicates, late, malformed);
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.usage(e.getMessage() + ".");
        }
    }
}
