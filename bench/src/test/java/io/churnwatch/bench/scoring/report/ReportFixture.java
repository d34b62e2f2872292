package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.scoring.contender.Agreement;
import io.churnwatch.bench.scoring.contender.Agreement.Check;
import io.churnwatch.bench.scoring.contender.Comparison;
import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Origin;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Figures of a forest of 100x10 that meet every target, to be made worse by a test. */
final class ReportFixture {
    static final ForestShape DEEP = new ForestShape(100, 10);

    static Circumstances circumstances(boolean quick, double load) {
        return new Circumstances(
                new Machine("Some CPU", 8, 16, "Linux amd64", "Some JVM 17", load),
                Instant.parse("2026-11-23T08:00:00Z"),
                "./churnwatch bench scoring",
                quick,
                "3 rounds",
                List.of("Spark 4.0.1", "JMH 1.37"));
    }

    static Map<Contender, Figure> figures(Origin origin) {
        Map<Contender, Figure> figures = new EnumMap<>(Contender.class);
        for (Comparison comparison : Comparison.on(origin)) {
            comparison.contenders().forEach(contender -> figures.put(contender, steady(nanos(contender), 46_000)));
        }
        figures.put(Contender.OURS, steady(1_000, 0.004));
        figures.computeIfPresent(Contender.TREELITE, (c, figure) -> steady(8_000, Double.NaN));
        return figures;
    }

    /** A figure whose iterations took up to a tenth more or less. */
    static Figure steady(double nanos, double bytes) {
        return new Figure(nanos, nanos * 0.9, nanos * 1.1, bytes);
    }

    static ForestFigures forest(Origin origin, Map<Contender, Figure> figures) {
        Agreement agreement =
                new Agreement(2_001, List.of(new Check("jpmml", 0, 0), new Check("ONNX Runtime", 4e-7, 1e-5)));
        return new ForestFigures(origin, DEEP, agreement, figures);
    }

    private static double nanos(Contender contender) {
        return switch (contender) {
            case OURS, OURS_AT_ONCE -> 1_000;
            case OURS_FROM_PROFILE -> 1_200;
            case NAIVE -> 8_000;
            case SPARK -> 15_000;
            case JPMML -> 120_000;
            case KEPT_0, KEPT_50, KEPT_88, KEPT_95, KEPT_100 -> 50;
            case TREE_SHAP, TREE_SHAP_FROM_PROFILE -> 100_000;
            case TREE_SHAP_AT_ONCE -> 40_000;
            case SAABAS -> 10_000;
            case TEXTBOOK_TREE_SHAP -> 4_000_000;
            case ONNX_RUNTIME -> 9_000;
            case TREELITE, TREELITE_TUNED -> 6_000;
        };
    }

    private ReportFixture() {}
}
