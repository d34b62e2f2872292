package io.churnwatch.training.report;

import io.churnwatch.training.publish.Artifact;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders a page in Markdown as HTML that holds its images, so that it needs no other file. */
final class HtmlPage {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
            table{border-collapse:collapse;margin:1rem 0}
            td,th{border-bottom:1px solid #ddd;padding:.25rem .75rem;text-align:left}
            img{max-width:100%}
            </style>
            """;

    /** Renders a page; markup in its text stays text. */
    static String of(MarkdownPage page, List<Artifact> images) {
        Node document = Parser.builder().extensions(TABLES).build().parse(page.toString());
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> embed(node, images, attributes))
                .build();
        String title = renderer.render(new Text(page.title()));
        return HEAD + "<title>" + title + "</title>\n" + renderer.render(document) + "</html>\n";
    }

    private static void embed(Node node, List<Artifact> images, Map<String, String> attributes) {
        if (node instanceof Image reference) {
            images.stream()
                    .filter(image -> image.name().equals(reference.getDestination()))
                    .forEach(image -> attributes.put(
                            "src",
                            "data:image/png;base64," + Base64.getEncoder().encodeToString(image.bytes())));
        }
    }

    private HtmlPage() {}
}
