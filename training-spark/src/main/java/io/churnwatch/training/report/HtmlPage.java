package io.churnwatch.training.report;

import io.churnwatch.training.publish.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A page in HTML, with its images inside: it needs no other file. */
final class HtmlPage implements Page {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0"
                    + " 1rem;color:#1a1a1a}table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid"
                    + " #ddd;padding:.25rem .75rem;text-align:left}img{max-width:100%}";

    private final StringBuilder html = new StringBuilder();

    HtmlPage(String title) {
        html.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append(element("title", title)).append(element("style", STYLE)).append(element("h1", title));
    }

    @Override
    public void heading(String heading) {
        html.append(element("h2", heading));
    }

    @Override
    public void paragraph(String paragraph) {
        html.append(element("p", paragraph));
    }

    @Override
    public void table(List<String> header, List<List<String>> rows) {
        html.append("<table>\n").append(row("th", header));
        rows.forEach(cells -> html.append(row("td", cells)));
        html.append("</table>\n");
    }

    @Override
    public void image(Artifact chart) {
        String data = Base64.getEncoder().encodeToString(chart.bytes());
        html.append("<img alt=\"%s\" src=\"data:image/png;base64,%s\">%n".formatted(escaped(chart.name()), data));
    }

    @Override
    public Artifact file(String name) {
        return new Artifact(name + ".html", (html + "</html>\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String cell, List<String> texts) {
        StringBuilder row = new StringBuilder("<tr>");
        texts.forEach(text -> row.append("<%s>%s</%s>".formatted(cell, escaped(text), cell)));
        return row.append("</tr>\n").toString();
    }

    private static String element(String name, String text) {
        return "<%s>%s</%s>%n".formatted(name, escaped(text), name);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
