package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import org.dmg.pmml.tree.Node;

/** What the leaves of a tree are worth. */
interface LeafReader {
    double value(Node leaf) throws UnsupportedPmmlException;
}
