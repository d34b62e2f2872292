package io.churnwatch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.training.publish.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Artifact CHART = new Artifact("roc.png", new byte[] {1, 2, 3});

    @Test
    void markdownRefersToItsImages() {
        assertThat(written(new MarkdownPage("Model"))).isEqualTo("""
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
        assertThat(written(new HtmlPage("<Model>")))
                .contains(
                        "<title>&lt;Model&gt;</title>",
                        "<tr><td>A|B</td><td>3</td></tr>",
                        "src=\"data:image/png;base64,AQID\"")
                .doesNotContain("<Model>");
    }

    private static String written(Page page) {
        page.heading("Data");
        page.table(List.of("Town", "Customers"), List.of(List.of("A|B", "3")));
        page.image(CHART);
        return new String(page.file("card").bytes(), StandardCharsets.UTF_8);
    }
}
