package io.churnwatch.store.outcome;

import io.churnwatch.risk.AlertType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The definitions of docs/outcomes.md word by word, with no thought of speed: what the statements are compared with. */
final class PlainJudgement {
    private static final int CUSTOMERS = 10;
    private static final int EVENTS = 120;
    private static final int HOURS = 24 * 400;

    private final List<Score> scores = new ArrayList<>();
    private final List<Reported> reported = new ArrayList<>();
    private final Instant now;
    private final Duration horizon;

    /** A score, and the rule that spoke at it. */
    private record Score(
            int customer,
            Instant at,
            String model,
            long config,
            @Nullable AlertType alert) {}

    private record Reported(int customer, Outcome outcome, Instant at) {}

    PlainJudgement(Instant now, Duration horizon) {
        this.now = now;
        this.horizon = horizon;
    }

    /** Some customers' lives, in the tables and here. */
    void live(long seed, PastAlerts past) throws SQLException {
        past.reset(CUSTOMERS);
        Random random = new Random(seed);
        List<Integer> hours =
                random.ints(0, HOURS).distinct().limit(EVENTS).sorted().boxed().toList();
        for (int hour : hours) {
            live(1 + random.nextInt(CUSTOMERS), now.minus(Duration.ofHours(HOURS - hour)), random, past);
        }
    }

    private void live(int customer, Instant at, Random random, PastAlerts past) throws SQLException {
        if (random.nextInt(4) == 0) {
            Outcome outcome = random.nextInt(3) == 0 ? Outcome.STAYED : Outcome.EXITED;
            reported.add(new Reported(customer, outcome, at));
            past.outcome(customer, outcome, at);
            return;
        }
        String model = "rf-" + random.nextInt(3);
        long config = 1L + random.nextInt(2);
        AlertType alert = random.nextInt(3) == 0 ? AlertType.values()[random.nextInt(2)] : null;
        scores.add(new Score(customer, at, model, config, alert));
        if (alert == null) {
            past.score(customer, at, model, config);
        } else {
            past.alert(customer, alert, at, model, config);
        }
    }

    /** Where a figure is another than the definitions make it. */
    List<String> differences(AlertQuality quality) {
        return Stream.of(List.of(quality.overall()), quality.byRule(), quality.byThreshold(), quality.byModel())
                .flatMap(List::stream)
                .filter(figures -> !expected(figures).equals(found(figures)))
                .map(figures -> figures + " should be " + expected(figures))
                .toList();
    }

    private static String found(AlertFigures figures) {
        return List.of(
                        figures.hits(),
                        figures.falseAlarms(),
                        figures.immature(),
                        figures.exits(),
                        figures.foreseen(),
                        rounded(figures.leadDaysMedian()))
                .toString();
    }

    private String expected(AlertFigures figures) {
        List<Score> alerts = scores.stream().filter(raisedAsIn(figures)).toList();
        long hits = alerts.stream().filter(this::isHit).count();
        long young = alerts.stream()
                .filter(alert -> !isHit(alert) && alert.at().isAfter(now.minus(horizon)))
                .count();
        List<Reported> exits =
                exits().filter(exit -> hadTheChance(exit, figures)).toList();
        List<Double> leads = exits.stream()
                .flatMap(exit -> alerts.stream()
                        .filter(alert -> foresees(alert, exit))
                        .min(Comparator.comparing(Score::at))
                        .map(alert -> Duration.between(alert.at(), exit.at()).toHours() / 24.0)
                        .stream())
                .sorted()
                .toList();
        return List.of(
                        hits,
                        alerts.size() - hits - young,
                        young,
                        (long) exits.size(),
                        (long) leads.size(),
                        median(leads))
                .toString();
    }

    private static Predicate<Score> raisedAsIn(AlertFigures figures) {
        return score -> score.alert() != null
                && (figures.rule() == null || figures.rule() == score.alert())
                && isOf(score, figures);
    }

    private static boolean isOf(Score score, AlertFigures figures) {
        double threshold = figures.rule() == AlertType.RISK_INCREASE ? 20 : score.config() == 1 ? 0.7 : 0.5;
        return (figures.threshold() == null || figures.threshold() == threshold)
                && (figures.modelVersion() == null || Objects.equals(figures.modelVersion(), score.model()));
    }

    private boolean isHit(Score alert) {
        return exits().anyMatch(exit -> foresees(alert, exit));
    }

    private boolean foresees(Score alert, Reported exit) {
        return alert.customer() == exit.customer()
                && exit.at().isAfter(alert.at())
                && !exit.at().isAfter(alert.at().plus(horizon));
    }

    private Stream<Reported> exits() {
        return reported.stream().filter(each -> each.outcome() == Outcome.EXITED && !repeats(each));
    }

    private boolean repeats(Reported exit) {
        return reported.stream()
                .filter(each -> each.customer() == exit.customer() && each.at().isBefore(exit.at()))
                .max(Comparator.comparing(Reported::at))
                .filter(before -> before.outcome() == Outcome.EXITED
                        && before.at().isAfter(exit.at().minus(horizon)))
                .isPresent();
    }

    /** Scored so within the horizon, or last before it. */
    private boolean hadTheChance(Reported exit, AlertFigures figures) {
        Instant begin = exit.at().minus(horizon);
        List<Score> before = scores.stream()
                .filter(score ->
                        score.customer() == exit.customer() && score.at().isBefore(exit.at()))
                .toList();
        Stream<Score> within = before.stream().filter(score -> !score.at().isBefore(begin));
        Stream<Score> last =
                before.stream()
                        .filter(score -> score.at().isBefore(begin))
                        .max(Comparator.comparing(Score::at))
                        .stream();
        return Stream.concat(within, last).anyMatch(score -> isOf(score, figures));
    }

    private static String median(List<Double> sorted) {
        int size = sorted.size();
        return size == 0 ? "-" : rounded((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
    }

    private static String rounded(@Nullable Double days) {
        return days == null ? "-" : Long.toString(Math.round(days * 24));
    }
}
