package io.churnwatch.scoring.jpmml.parity;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.List;
import java.util.Map;

/** Compares our engine with jpmml on one document: its verification rows, all customers, then rows around its split points. */
final class ParityRun {
    private final List<Map<String, AttributeValue>> customers;
    private final long rows;

    /**
     * Creates a run.
     *
     * @param rows around the split points
     */
    ParityRun(List<Map<String, AttributeValue>> customers, long rows) {
        this.customers = customers;
        this.rows = rows;
    }

    /**
     * Compares both engines.
     *
     * @throws UnsupportedPmmlException when our engine does not read the document
     */
    Parity compare(byte[] pmml) throws UnsupportedPmmlException {
        PmmlForest own = PmmlForest.read(pmml);
        own.verify();
        Parity parity = new Parity(JpmmlModel.read(pmml), own);
        customers.forEach(parity::compare);
        BoundaryRows boundaries = new BoundaryRows(customers, boundaryValues(own), SEED);
        for (long i = 0; i < rows; i++) {
            parity.compare(boundaries.next());
        }
        return parity;
    }

    private static final long SEED = 20_261_123;

    private Map<String, List<@org.jspecify.annotations.Nullable AttributeValue>> boundaryValues(PmmlForest forest) {
        NotScorableException last = null;
        for (Map<String, AttributeValue> customer : customers) {
            try {
                return BoundaryValues.of(forest, customer);
            } catch (NotScorableException e) {
                last = e; // the next one may have what the model needs
            }
        }
        throw new IllegalArgumentException("The model refuses every customer", last);
    }
}
