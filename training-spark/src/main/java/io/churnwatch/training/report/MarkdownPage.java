package io.churnwatch.training.report;

import io.churnwatch.training.publish.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A page in Markdown. Images lie beside it. */
final class MarkdownPage implements Page {
    private final StringBuilder text = new StringBuilder();

    MarkdownPage(String title) {
        text.append("# ").append(title).append('\n');
    }

    @Override
    public void heading(String heading) {
        text.append("\n## ").append(heading).append('\n');
    }

    @Override
    public void paragraph(String paragraph) {
        text.append('\n').append(paragraph).append('\n');
    }

    @Override
    public void table(List<String> header, List<List<String>> rows) {
        text.append('\n').append(line(header));
        text.append(line(Collections.nCopies(header.size(), "---")));
        rows.forEach(row -> text.append(line(row)));
    }

    @Override
    public void image(Artifact chart) {
        text.append("\n![%s](%s)%n".formatted(chart.name().replace(".png", ""), chart.name()));
    }

    @Override
    public Artifact file(String name) {
        return new Artifact(name + ".md", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
