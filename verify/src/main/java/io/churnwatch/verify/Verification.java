package io.churnwatch.verify;

import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.scoring.value.ValueAtRisk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Compares every table with a replay of the feed. It may run while the feed goes on: what was in the log when it started must
 * be there (it waits a while for it), and every row must agree with the log.
 */
final class Verification {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KafkaLog kafka;
    private final Tables tables;
    private final ValueAtRisk valueAtRisk;

    /** Of a job that runs without settings. */
    Verification(String bootstrapServers, Handle handle) {
        this(bootstrapServers, handle, ValueAtRisk.DEFAULT);
    }

    Verification(String bootstrapServers, Handle handle, ValueAtRisk valueAtRisk) {
        this.kafka = new KafkaLog(bootstrapServers);
        this.tables = new Tables(handle);
        this.valueAtRisk = valueAtRisk;
    }

    Comparison run() throws Exception {
        ExpectedTables required = awaited();
        Map<String, ExpectedScore> scores = tables.scores();
        Map<String, ExpectedAlert> alerts = tables.alerts();
        Map<String, Long> exits = tables.exits(true);
        Map<Long, String> latest = tables.latest();
        Map<String, String> deadLetters = reasons();
        List<LogRecord> feed = kafka.feed(Topics.CUSTOMER_UPDATES);
        ExpectedTables possible = ReferenceReplay.replay(feed, tables.versions());

        Comparison comparison = new Comparison();
        comparison.note("%-14s %,9d in the log, %,d of them repeat an event"
                .formatted("events", feed.size(), possible.repeats()));
        Map<String, ExpectedScore> asFarAsLoaded = asFarAsLoaded(possible.scores(), scores);
        comparison.compare("history", required.scores(), asFarAsLoaded, scores);
        noteShadowScores(comparison, possible.scores(), scores);
        comparison.compare("alerts", required.alerts(), possible.alerts(), alerts);
        comparison.compare("exits", withoutRecorded(required.exits()), possible.exits(), exits);
        comparison.compare("dead letters", required.deadLetters(), possible.deadLetters(), deadLetters);
        if (required.equals(possible)) {
            comparison.compare("latest risk", latest(required), latest(required), latest);
            comparison.compare("profiles", required.profiles(), required.profiles(), tables.profiles());
        } else {
            comparison.note("The feed goes on: latest risk and profiles are compared when it is quiet");
        }
        return comparison;
    }

    /** An outcome that a person recorded for the same customer and time takes precedence. */
    private Map<String, Long> withoutRecorded(Map<String, Long> exits) throws Exception {
        Map<String, Long> due = new HashMap<>(exits);
        due.keySet().removeAll(tables.exits(false).keySet());
        return due;
    }

    /** Returns what the present log requires, once the tables have it or have stopped changing for as long as patience lasts. */
    private ExpectedTables awaited() throws Exception {
        ExpectedTables required = ReferenceReplay.replay(kafka.feed(Topics.CUSTOMER_UPDATES), tables.versions());
        long missing = missing(required);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (missing > 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(PAUSE.toMillis());
            long before = missing;
            missing = missing(required);
            deadline = missing < before ? Instant.now().plus(PATIENCE) : deadline;
        }
        return required;
    }

    private long missing(ExpectedTables required) throws Exception {
        return missing(required.scores().keySet(), tables.scores().keySet())
                + missing(required.deadLetters().keySet(), reasons().keySet());
    }

    private static long missing(Set<String> required, Set<String> there) {
        return required.stream().filter(each -> !there.contains(each)).count();
    }

    /** A dead letter that was written again after a failure has the same identity and counts once. */
    private Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        kafka.deadLetters(Topics.DEAD_LETTERS)
                .forEach((identity, all) -> reasons.put(
                        identity, String.join("/", all.stream().distinct().toList())));
        return reasons;
    }

    /** A challenger that is not loaded yet leaves its probability out, for it delays no event; all else follows from the log. */
    private static Map<String, ExpectedScore> asFarAsLoaded(
            Map<String, ExpectedScore> expected, Map<String, ExpectedScore> found) {
        Map<String, ExpectedScore> asFarAsLoaded = new HashMap<>(expected);
        found.forEach((eventId, score) -> {
            if (score.challengerProbability() == null) {
                asFarAsLoaded.computeIfPresent(eventId, (id, full) -> full.withoutChallengerProbability());
            }
        });
        return asFarAsLoaded;
    }

    private static void noteShadowScores(
            Comparison comparison, Map<String, ExpectedScore> expected, Map<String, ExpectedScore> found) {
        long due = found.keySet().stream()
                .map(expected::get)
                .filter(score -> score != null && score.challengerProbability() != null)
                .count();
        long made = found.values().stream()
                .filter(score -> score.challengerProbability() != null)
                .count();
        if (due > 0) {
            comparison.note("%-14s %,9d of the challenger, %,d left out while it was not loaded"
                    .formatted("shadow scores", made, due - made));
        }
    }

    /** A profile changes with a score and at no other time: the profile of now is the one that was scored last. */
    private Map<Long, String> latest(ExpectedTables expected) {
        Map<Long, String> latest = new HashMap<>();
        expected.latest().forEach((customer, score) -> {
            CustomerProfile profile = Objects.requireNonNull(expected.profiles().get(customer));
            Double value = valueAtRisk.of(score.probability(), profile);
            latest.put(customer, Tables.latest(score.eventId(), score.sequence(), score.probability(), value));
        });
        return latest;
    }
}
