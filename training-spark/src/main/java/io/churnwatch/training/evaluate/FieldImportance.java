package io.churnwatch.training.evaluate;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much a model relies on a field, by two measures.
 *
 * @param field its name
 * @param rocAucLost by shuffling the field's values among the customers, which is also what they are worth to it
 * @param meanContribution mean of what the field moves a customer's probability by, up or down; null if the model cannot explain its scores
 * @see <a href="https://doi.org/10.1023/A:1010933404324">Breiman, Random forests, 2001, on shuffling</a>
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al., Nature Machine Intelligence 2020, on contributions</a>
 */
public record FieldImportance(
        String field, double rocAucLost, @Nullable Double meanContribution) {
    private static final int SHUFFLES = 5;
    private static final int CUSTOMERS_TO_EXPLAIN = 500;

    /** Returns the importance of each field of the model, the most important first. */
    public static List<FieldImportance> of(ExplainableModel model, List<JudgedCustomer> customers, long seed) {
        double rocAuc = Metric.ROC_AUC.of(JudgedCustomer.scores(customers));
        Map<String, Double> contributions = contributions(model, customers);
        return model.inputFields().stream()
                .map(InputField::name)
                .map(field -> new FieldImportance(
                        field, rocAuc - shuffledRocAuc(model, customers, field, seed), contributions.get(field)))
                .sorted(Comparator.comparingDouble(FieldImportance::rocAucLost).reversed())
                .toList();
    }

    private static double shuffledRocAuc(
            ExplainableModel model, List<JudgedCustomer> customers, String field, long seed) {
        Random random = new Random(seed);
        List<JudgedCustomer> others = new ArrayList<>(customers);
        double sum = 0;
        for (int i = 0; i < SHUFFLES; i++) {
            Collections.shuffle(others, random);
            sum += rocAucWithFieldOf(others, model, customers, field);
        }
        return sum / SHUFFLES;
    }

    private static double rocAucWithFieldOf(
            List<JudgedCustomer> others, ExplainableModel model, List<JudgedCustomer> customers, String field) {
        List<ScoredCustomer> scored = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            Features own = customers.get(i).features();
            Features other = others.get(i).features();
            Features mixed = name -> name.equals(field) ? other.value(name) : own.value(name);
            scored.add(new ScoredCustomer(
                    score(model, mixed), customers.get(i).scored().exited()));
        }
        return Metric.ROC_AUC.of(scored);
    }

    private static Map<String, Double> contributions(ExplainableModel model, List<JudgedCustomer> customers) {
        Map<String, Double> sums = new TreeMap<>();
        if (model.whyNotExplainable().isPresent()) {
            return sums;
        }
        List<JudgedCustomer> some = customers.subList(0, Math.min(customers.size(), CUSTOMERS_TO_EXPLAIN));
        for (JudgedCustomer customer : some) {
            explained(model, customer.features())
                    .forEach((field, contribution) ->
                            sums.merge(field, Math.abs(contribution) / some.size(), Double::sum));
        }
        return sums;
    }

    private static double score(ExplainableModel model, Features features) {
        try {
            return model.score(features);
        } catch (NotScorableException e) {
            throw new IllegalStateException("The model refuses a value that it learnt from", e);
        }
    }

    private static Map<String, Double> explained(ExplainableModel model, Features features) {
        try {
            return model.explain(features).contributions();
        } catch (NotScorableException e) {
            throw new IllegalStateException("The model refuses a value that it learnt from", e);
        }
    }
}
