package io.churnwatch.scoring.pmml;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.FieldEffect;
import io.churnwatch.scoring.forest.CompiledForest;
import io.churnwatch.scoring.forest.Ensemble;
import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.ForestScorer;
import io.churnwatch.scoring.forest.NoValue;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.PmmlDocument;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.Columns;
import io.churnwatch.scoring.pmml.field.FieldEncoder;
import io.churnwatch.scoring.shap.ForestExplainer;
import io.churnwatch.scoring.shap.RowExplainer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.jspecify.annotations.Nullable;

/**
 * A PMML tree ensemble of two classes, scored as jpmml scores it, to the last bit: a decision tree, a forest that
 * averages or votes, boosted trees with their link; as Spark, scikit-learn, LightGBM, XGBoost and R export them. What it does not
 * support is refused when it is read, naming the element and its place; it never scores differently. Immutable and thread-safe.
 *
 * <p>Where the document's Output calibrates the probability of the positive class by a NormContinuous, the score is the calibrated one.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/GeneralStructure.html">PMML 4.4</a>
 * @see <a href="https://doi.org/10.1145/2766462.2767733">Lucchese et al., QuickScorer, SIGIR 2015, which shallow trees are scored by</a>
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al., Nature Machine Intelligence 2020, on TreeSHAP, which scores
 *     are explained by</a>
 */
public final class PmmlForest implements ExplainableModel {
    private final List<FieldEncoder> encoders;
    private final VerificationRows verification;
    private final List<InputField> inputFields;
    private final List<String> columnNames;
    private final CompiledForest forest;
    private final @Nullable String obstacle;
    private volatile @Nullable ForestExplainer explainer;
    private final ThreadLocal<ForestScorer> scorers = ThreadLocal.withInitial(this::scorer);
    private final ThreadLocal<RowExplainer> explainers = ThreadLocal.withInitial(this::explainer);

    private PmmlForest(Columns columns, Ensemble ensemble, VerificationRows verification) {
        this.encoders = columns.encoders();
        this.verification = verification;
        this.inputFields = inputFields(columns);
        this.columnNames = columns.names();
        this.forest = new CompiledForest(columns.forestColumns(), ensemble);
        this.obstacle = ForestExplainer.obstacle(ensemble);
    }

    /**
     * Reads a model from bytes that may come from anywhere: what is broken or hostile is refused in time and memory that are
     * bounded by its size.
     *
     * @param pmml the bytes of a PMML document, at most 256 MiB
     * @throws UnsupportedPmmlException naming what is not supported; a {@link MalformedPmmlException} when the bytes
     *     are no PMML or exceed the limits. Nothing else is thrown
     */
    public static PmmlForest read(byte[] pmml) throws UnsupportedPmmlException {
        try {
            return read(new ByteArrayInputStream(pmml));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array can be read
        }
    }

    /**
     * Reads a model, and no further than to what is wrong with it.
     *
     * @param pmml a PMML document, at most 256 MiB; it is not closed
     * @throws UnsupportedPmmlException as {@link #read(byte[])}
     * @throws IOException when it cannot be read
     */
    public static PmmlForest read(InputStream pmml) throws IOException, UnsupportedPmmlException {
        try {
            return forest(PmmlDocument.parse(pmml));
        } catch (RuntimeException e) {
            throw UnsupportedPmmlException.of(e);
        }
    }

    private static PmmlForest forest(PMML document) throws UnsupportedPmmlException {
        if (document.getModels().size() != 1) {
            throw new UnsupportedPmmlException("PMML must hold exactly one model, and holds "
                    + document.getModels().size());
        }
        new PmmlRules().applyTo(document);
        Model model = document.getModels().get(0);
        Classes classes = Classes.of(document, model);
        Columns columns = Columns.of(document, model);
        Ensemble ensemble = EnsembleReader.read(columns, model, classes);
        return new PmmlForest(columns, ensemble, VerificationRows.of(model, inputFields(columns), classes.positive()));
    }

    private static List<InputField> inputFields(Columns columns) {
        return columns.encoders().stream().map(FieldEncoder::inputField).toList();
    }

    /**
     * Scores the rows that the document carries to be checked by, which also warms the engine up.
     *
     * @return how many rows there were
     * @throws IllegalStateException naming the row, when a score differs from the document's
     */
    public int verify() {
        int number = 0;
        for (VerificationRows.Expected row : verification.rows()) {
            number++;
            double actual = verified(row, number);
            if (!row.accepts(actual)) {
                throw new IllegalStateException("The model fails its own verification row " + number + ": expected "
                        + row.probability() + ", scored " + actual);
            }
        }
        return number;
    }

    private double verified(VerificationRows.Expected row, int number) {
        try {
            return obstacle == null ? explain(row.features()).probability() : score(row.features());
        } catch (NotScorableException e) {
            throw new IllegalStateException("The model cannot score its own verification row " + number, e);
        }
    }

    @Override
    public List<InputField> inputFields() {
        return inputFields;
    }

    /** Number of trees. */
    public int size() {
        return forest.trees().size();
    }

    /** The trees as they were read, before an engine is compiled from them. Their tests ask for columns of {@link #encode}. */
    public FlatForest trees() {
        return forest.trees();
    }

    @Override
    public double score(Features features) throws NotScorableException {
        double[] row = encode(features);
        return probability(scorers.get().score(row), row);
    }

    private double probability(double score, double[] row) throws NotScorableException {
        if (Double.isNaN(score)) {
            throw notScorable(row);
        }
        return ChurnModel.requireProbability(score);
    }

    @Override
    public Optional<String> whyNotExplainable() {
        return Optional.ofNullable(obstacle);
    }

    @Override
    public Explanation explain(Features features) throws NotScorableException {
        RowExplainer rows = explainers.get();
        double[] row = encode(features);
        double[] contributions = new double[row.length];
        double probability = rows.explain(row, contributions);
        return explanation(row, probability, contributions, rows.base());
    }

    @Override
    public List<Explanation> explainAll(List<Features> customers) throws NotScorableException {
        RowExplainer explainer = explainers.get();
        double[][] rows = new double[customers.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = encode(customers.get(i));
        }
        double[] probabilities = new double[rows.length];
        double[][] contributions = new double[rows.length][encoders.size()];
        explainer.explain(rows, probabilities, contributions);
        List<Explanation> explanations = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            explanations.add(explanation(rows[i], probabilities[i], contributions[i], explainer.base()));
        }
        return explanations;
    }

    private Explanation explanation(double[] row, double score, double[] contributions, double base)
            throws NotScorableException {
        double probability = probability(score, row);
        Map<String, Double> byField = new LinkedHashMap<>();
        for (int f = 0; f < row.length; f++) {
            byField.put(inputFields.get(f).name(), contributions[f]);
        }
        return new Explanation(base, probability, byField);
    }

    @Override
    public Optional<FieldEffect> effect(String field, Features features) throws NotScorableException {
        for (int f = 0; f < encoders.size(); f++) {
            FieldEncoder encoder = encoders.get(f);
            if (encoder.name().equals(field)) {
                AttributeValue value = features.value(field);
                String category = encoder.categorical() && value != null ? value.asText() : null;
                return forestExplainer().effect(f, encoder.encode(value), category);
            }
        }
        return Optional.empty();
    }

    private ForestExplainer forestExplainer() {
        if (obstacle != null) {
            throw new UnsupportedOperationException("The model's scores cannot be explained: " + obstacle);
        }
        ForestExplainer made = explainer;
        return made == null ? makeExplainer() : made;
    }

    private synchronized ForestExplainer makeExplainer() {
        ForestExplainer made = explainer;
        if (made == null) {
            made = new ForestExplainer(forest);
            explainer = made;
        }
        return made;
    }

    /** A scorer for one thread, for rows that {@link #encode} wrote. */
    public ForestScorer scorer() {
        return new ForestScorer(forest);
    }

    /**
     * An explainer for one thread, for rows that {@link #encode} wrote.
     *
     * @throws UnsupportedOperationException when the model's scores cannot be explained: {@link #whyNotExplainable}
     */
    public RowExplainer explainer() {
        return new RowExplainer(forestExplainer(), forest.tests(), scorer());
    }

    /**
     * The features as the model computes with them: one double per input field, a number, a category's code, or NaN for missing.
     *
     * @throws NotScorableException naming a field whose value the model refuses
     */
    public double[] encode(Features features) throws NotScorableException {
        double[] row = new double[encoders.size()];
        for (int i = 0; i < row.length; i++) {
            FieldEncoder encoder = encoders.get(i);
            row[i] = encoder.encode(features.value(encoder.name()));
        }
        return row;
    }

    /** Why a row has no score: a field that is missing, mostly; else what cannot be derived. */
    private NotScorableException notScorable(double[] row) {
        double[] complete = scorers.get().complete(row);
        for (int column = 0; column < complete.length; column++) {
            String name = columnNames.get(column);
            if (NoValue.isMissing(complete[column]) && column < row.length) {
                return new NotScorableException(name, "The model needs " + name + ", which is unknown");
            }
            if (NoValue.isFailed(complete[column])) {
                return new NotScorableException("", "The model cannot derive " + name + " for these features");
            }
        }
        return new NotScorableException("", "The model has no prediction for these features");
    }
}
