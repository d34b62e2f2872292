package io.churnwatch.training.report;

import io.churnwatch.training.publish.Artifact;
import java.util.List;

/** A page that is written from top to bottom, in some format. */
interface Page {
    void heading(String text);

    void paragraph(String text);

    /** Rows of as many cells as the header has. */
    void table(List<String> header, List<List<String>> rows);

    void image(Artifact chart);

    /** The page as a file. */
    Artifact file(String name);
}
