package io.churnwatch.bench.report;

import java.util.List;

/**
 * Horizontal bars from zero, as an SVG image that needs no script and no font of its own, light or dark as its reader's system
 * is. It brings its own ground, as a page may be light on a dark system.
 *
 * @param unit of the values
 */
public record BarChart(String title, String unit, List<Bar> bars) {
    private static final int WIDTH = 800;
    private static final int BARS_FROM = 330;
    private static final int LONGEST = 340;
    private static final int TOP = 48;
    private static final int STEP = 32;

    /**
     * One bar.
     *
     * @param ours whether it is one that the chart is about
     */
    public record Bar(String label, double value, boolean ours) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    public String svg() {
        int height = TOP + STEP * bars.size() + 8;
        StringBuilder svg =
                new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" \
                font-family="sans-serif" font-size="14">
                <title>%s</title>
                <style>
                .ground { fill: #ffffff } text { fill: #1f2328 } .ours { fill: #0b6e4f } .other { fill: #8c959f }
                @media (prefers-color-scheme: dark) {
                .ground { fill: #0d1117 } text { fill: #e6edf3 } .ours { fill: #3fb950 } .other { fill: #6e7681 }
                }
                </style>
                <rect class="ground" width="100%%" height="100%%"/>
                <text x="16" y="28" font-weight="bold">%s</text>
                """.formatted(WIDTH, height, WIDTH, height, escaped(title), escaped(title)));
        for (int i = 0; i < bars.size(); i++) {
            svg.append(row(bars.get(i), TOP + STEP * i));
        }
        return svg.append("</svg>\n").toString();
    }

    private String row(Bar bar, int y) {
        long length = Math.max(1, Math.round(LONGEST * bar.value() / longest()));
        return """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect class="%s" x="%d" y="%d" width="%d" height="22"/>
                <text x="%d" y="%d">%s %s</text>
                """.formatted(
                        BARS_FROM - 8,
                        y + 16,
                        escaped(bar.label()),
                        bar.ours() ? "ours" : "other",
                        BARS_FROM,
                        y,
                        length,
                        BARS_FROM + length + 6,
                        y + 16,
                        Numbers.inWords(bar.value()),
                        escaped(unit));
    }

    private double longest() {
        return bars.stream().mapToDouble(Bar::value).max().orElseThrow();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
