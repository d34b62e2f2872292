package io.churnwatch.bench.scoring;

import java.util.List;

/**
 * Horizontal bars from zero, as an SVG image on white that needs no script and no font of its own.
 *
 * @param unit of the values
 */
record BarChart(String title, String unit, List<Bar> bars) {
    private static final int WIDTH = 760;
    private static final int BARS_FROM = 280;
    private static final int LONGEST = 360;
    private static final int TOP = 48;
    private static final int STEP = 32;

    /**
     * One bar.
     *
     * @param ours whether it is the one that the chart is about
     */
    record Bar(String label, double value, boolean ours) {}

    BarChart {
        bars = List.copyOf(bars);
    }

    String svg() {
        int height = TOP + STEP * bars.size() + 8;
        StringBuilder svg =
                new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" \
                font-family="sans-serif" font-size="14">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="16" y="28" font-weight="bold" fill="#1f2328">%s</text>
                """.formatted(WIDTH, height, WIDTH, height, escaped(title), escaped(title)));
        for (int i = 0; i < bars.size(); i++) {
            svg.append(row(bars.get(i), TOP + STEP * i));
        }
        return svg.append("</svg>\n").toString();
    }

    private String row(Bar bar, int y) {
        long length = Math.max(1, Math.round(LONGEST * bar.value() / longest()));
        return """
                <text x="%d" y="%d" text-anchor="end" fill="#1f2328">%s</text>
                <rect x="%d" y="%d" width="%d" height="22" fill="%s"/>
                <text x="%d" y="%d" fill="#1f2328">%s %s</text>
                """.formatted(
                        BARS_FROM - 8,
                        y + 16,
                        escaped(bar.label()),
                        BARS_FROM,
                        y,
                        length,
                        bar.ours() ? "#0b6e4f" : "#8c959f",
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
