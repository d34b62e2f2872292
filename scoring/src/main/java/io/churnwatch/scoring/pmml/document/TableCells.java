package io.churnwatch.scoring.pmml.document;

import java.util.HashMap;
import java.util.Map;
import org.dmg.pmml.Cell;
import org.dmg.pmml.Row;
import org.w3c.dom.Element;

/** The cells of a row of an InlineTable by the name of their column, without its namespace's prefix. */
public final class TableCells {
    public static Map<String, String> of(Row row) {
        Map<String, String> cells = new HashMap<>();
        for (Object content : row.getContent()) {
            if (content instanceof Element element) {
                cells.put(column(element.getNodeName()), element.getTextContent());
            } else if (content instanceof Cell cell) { // the class model knows some columns by name
                cells.put(cell.getName().getLocalPart(), String.valueOf(cell.getValue()));
            }
        }
        return cells;
    }

    /** A column's name without its namespace's prefix. */
    public static String column(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private TableCells() {}
}
