package io.churnwatch.scoring;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.risk.Reason;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.Reasons;
import io.churnwatch.scoring.explain.RiskDifference;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.HashMap;
import java.util.Map;

/** Scores a customer, and explains the score and why the risk moved. */
final class ScoringSample {
    static String describe(byte[] pmml) throws UnsupportedPmmlException, NotScorableException {
        PmmlForest model = PmmlForest.read(pmml);
        model.verify(); // scores the rows that travel with the document, and warms up

        Map<String, AttributeValue> customer = new HashMap<>(); // what is unknown is left out
        customer.put("Age", AttributeValue.of(52)); // the model calls it age: any spelling will do
        customer.put("Geography", AttributeValue.of("Germany"));
        customer.put("IsActiveMember", AttributeValue.of(1));
        Features before = Features.of(Map.copyOf(customer));
        customer.put("IsActiveMember", AttributeValue.of(0));
        Features now = Features.of(customer);

        StringBuilder text = new StringBuilder("probability " + model.score(now));
        Explanation why = model.explain(now); // base + Σ contributions = probability
        text.append("\nage ").append(why.contribution("age"));
        for (Reason reason : Reasons.of(model, now)) {
            text.append('\n').append(reason.text());
        }
        RiskDifference moved = RiskDifference.between(model, before, model, now);
        text.append("\nnew data ").append(moved.dataChange());
        return text.append("\nnew model ").append(moved.modelChange()).toString();
    }
}
