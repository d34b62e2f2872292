package io.churnwatch.training.report;

import io.churnwatch.training.publish.Artifact;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a page in Markdown from top to bottom. It refers to its images as files beside it. */
final class MarkdownPage {
    private final String title;
    private final StringBuilder text = new StringBuilder();

    MarkdownPage(String title) {
        this.title = title;
        text.append("# ").append(title).append('\n');
    }

    String title() {
        return title;
    }

    void heading(String heading) {
        text.append("\n## ").append(heading).append('\n');
    }

    void paragraph(String paragraph) {
        text.append('\n').append(paragraph).append('\n');
    }

    /** Writes rows of as many cells as the header has. */
    void table(List<String> header, List<List<String>> rows) {
        text.append('\n').append(line(header));
        text.append(line(Collections.nCopies(header.size(), "---")));
        rows.forEach(row -> text.append(line(row)));
    }

    void image(Artifact chart) {
        text.append("\n![%s](%s)%n".formatted(chart.name().replace(".png", ""), chart.name()));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Values come from customers' data: they must not end their cell, nor become links or images. */
    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replaceAll("[\\\\|<\\[]", "\\\\$0").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
