package io.churnwatch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.training.publish.Artifact;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private static final Artifact CHART = new Artifact("roc.png", new byte[] {1, 2, 3});

    @Test
    void markdownRefersToItsImages() {
        assertThat(page("Model")).hasToString("""
            # Model

            ## Data

            | Town | Customers |
            | --- | --- |
            | A\\|B | 3 |

            ![roc](roc.png)
            """);
    }

    @Test
    void htmlHoldsItsImagesAndLetsNoTextBecomeMarkup() {
        assertThat(HtmlPage.of(page("<Model>"), List.of(CHART)))
                .contains(
                        "<title>&lt;Model&gt;</title>",
                        "<h1>&lt;Model&gt;</h1>",
                        "<td>A|B</td>\n<td>3</td>",
                        "src=\"data:image/png;base64,AQID\"")
                .doesNotContain("<Model>");
    }

    private static MarkdownPage page(String title) {
        MarkdownPage page = new MarkdownPage(title);
        page.heading("Data");
        page.table(List.of("Town", "Customers"), List.of(List.of("A|B", "3")));
        page.image(CHART);
        return page;
    }

    @Test
    void aValueBecomesNoLinkAndNoImage() {
        MarkdownPage page = new MarkdownPage("Model");
        page.table(List.of("Town"), List.of(List.of("![x](http://x/) <http://x/>")));

        assertThat(HtmlPage.of(page, List.of()))
                .contains("<td>![x](http://x/) &lt;http://x/&gt;</td>")
                .doesNotContain("<a ", "<img ");
    }
}
