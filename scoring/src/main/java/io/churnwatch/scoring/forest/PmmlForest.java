package io.churnwatch.scoring.forest;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.PositiveClass;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.FieldEffect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.DataField;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Value;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segmentation;

/**
 * A PMML random forest (an average of classification trees, as Spark exports it), equal to jpmml bit for bit: a leaf is
 * recordCount ÷ sum, leaves are added in the order of the segments, and the sum is divided once at the end. What it does
 * not support is refused when it is read. Immutable and thread-safe.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/MultipleModels.html">PMML 4.4, Multiple Models</a>
 */
public final class PmmlForest implements ExplainableModel {
    private final List<FieldEncoder> encoders;
    private final VerificationRows verification;
    private final List<InputField> inputFields;
    private final FlatForest trees;
    private final SplitTests tests;
    private final ForestEngine engine;
    private final TreeShap shap;
    private final FieldEffects effects;
    private final ThreadLocal<ForestScorer> scorers = ThreadLocal.withInitial(this::scorer);
    private final ThreadLocal<TreeShap.Explainer> explainers = ThreadLocal.withInitial(this::explainer);

    private PmmlForest(List<FieldEncoder> encoders, FlatForest trees, VerificationRows verification) {
        this.encoders = encoders;
        this.verification = verification;
        this.inputFields = encoders.stream().map(FieldEncoder::inputField).toList();
        this.trees = trees;
        this.tests = new SplitTests(
                trees, encoders.stream().mapToInt(FieldEncoder::codes).toArray());
        this.engine = engine(trees, tests);
        this.shap = new TreeShap(trees, tests);
        this.effects = new FieldEffects(trees, tests, shap.base());
    }

    /**
     * Reads a forest from bytes that may come from anywhere: what is broken or hostile is refused in time and memory that are
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
     * Reads a forest, and no further than to what is wrong with it.
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
        MiningModel model = miningModel(document);
        List<FieldEncoder> encoders = FieldEncoder.activeFields(document, model);
        String positive = positiveClass(document, model);
        FlatForest trees = new ForestBuilder(encoders, positive).build(model.getSegmentation());
        List<InputField> inputs =
                encoders.stream().map(FieldEncoder::inputField).toList();
        return new PmmlForest(encoders, trees, VerificationRows.of(model, inputs, positive));
    }

    /**
     * Scores the rows that the document carries to be checked by, which also warms the engine up.
     *
     * @return how many rows there were
     * @throws IllegalStateException naming the row, when a score is not what the document says
     */
    public int verify() {
        int number = 0;
        for (VerificationRows.Expected row : verification.rows()) {
            number++;
            double actual = verified(row, number);
            if (!row.accepts(actual)) {
                throw new IllegalStateException("The model fails its own verification row " + number + ": it says "
                        + row.probability() + ", and scores " + actual);
            }
        }
        return number;
    }

    private double verified(VerificationRows.Expected row, int number) {
        try {
            return score(row.features());
        } catch (NotScorableException e) {
            throw new IllegalStateException("The model cannot score its own verification row " + number, e);
        }
    }

    @Override
    public List<InputField> inputFields() {
        return inputFields;
    }

    @Override
    public double score(Features features) throws NotScorableException {
        double[] row = encode(features);
        double probability = scorers.get().score(row);
        if (Double.isNaN(probability)) {
            throw missing(row);
        }
        return probability;
    }

    @Override
    public Explanation explain(Features features) throws NotScorableException {
        double[] row = encode(features);
        double probability = scorers.get().score(row);
        if (Double.isNaN(probability)) {
            throw missing(row);
        }
        double[] contributions = new double[row.length];
        explainers.get().explain(row, contributions);
        Map<String, Double> byField = new LinkedHashMap<>();
        for (int f = 0; f < row.length; f++) {
            byField.put(inputFields.get(f).name(), contributions[f]);
        }
        return new Explanation(shap.base(), probability, byField);
    }

    @Override
    public Optional<FieldEffect> effect(String field, Features features) throws NotScorableException {
        for (int f = 0; f < encoders.size(); f++) {
            FieldEncoder encoder = encoders.get(f);
            if (encoder.name().equals(field)) {
                double value = encoder.encode(features.value(field));
                return Double.isNaN(value)
                        ? Optional.empty()
                        : Optional.of(effects.of(f, value, encoder.inputField().categories()));
            }
        }
        return Optional.empty();
    }

    private TreeShap.Explainer explainer() {
        return shap.explainer();
    }

    /** Number of trees. */
    public int size() {
        return trees.size();
    }

    /** A scorer for one thread, for rows that are encoded already. */
    public ForestScorer scorer() {
        return new ForestScorer(trees, tests, engine);
    }

    /**
     * The features as the trees compare them: one double per input field, a number, a category's code, or NaN for missing.
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

    /** Shallow trees by table, deeper ones by walking; what fits neither is walked plainly. */
    private static ForestEngine engine(FlatForest trees, SplitTests tests) {
        int leavesMax = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            leavesMax = Math.max(leavesMax, trees.leaves(trees.root(tree)));
        }
        if (leavesMax <= TabulatedForest.LEAVES_MAX) {
            return new TabulatedForest(trees, tests);
        }
        boolean packable = tests.size() <= PackedForest.TESTS_MAX && 2L * trees.nodes() < PackedForest.SLOTS_MAX;
        return packable ? new PackedForest(trees, tests) : new WalkedForest(trees, tests);
    }

    private NotScorableException missing(double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(row[i])) {
                String field = encoders.get(i).name();
                return new NotScorableException(field, "The model needs " + field + ", which is unknown");
            }
        }
        return new NotScorableException("", "The model has no prediction for these features");
    }

    private static MiningModel miningModel(PMML document) throws UnsupportedPmmlException {
        if (document.getModels().size() != 1 || !(document.getModels().get(0) instanceof MiningModel model)) {
            throw new UnsupportedPmmlException("PMML must hold exactly one MiningModel");
        }
        if (model.requireMiningFunction() != MiningFunction.CLASSIFICATION) {
            throw new UnsupportedPmmlException("Not supported: MiningModel of function "
                    + model.requireMiningFunction().value());
        }
        PmmlDocument.refuse(document.getTransformationDictionary(), "PMML/TransformationDictionary");
        PmmlDocument.refuse(model.getLocalTransformations(), "MiningModel/LocalTransformations");
        PmmlDocument.refuse(model.getTargets(), "MiningModel/Targets");
        Segmentation segmentation = model.getSegmentation();
        if (segmentation == null
                || segmentation.getMultipleModelMethod() != Segmentation.MultipleModelMethod.AVERAGE
                || segmentation.getMissingPredictionTreatment()
                        == Segmentation.MissingPredictionTreatment.SKIP_SEGMENT) {
            throw new UnsupportedPmmlException(
                    "MiningModel/Segmentation must be an average that does not skip missing predictions");
        }
        return model;
    }

    private static String positiveClass(PMML document, MiningModel model) throws UnsupportedPmmlException {
        Set<String> targets = model.requireMiningSchema().getMiningFields().stream()
                .filter(FieldEncoder::isTarget)
                .map(MiningField::requireName)
                .collect(Collectors.toSet());
        for (DataField field : document.requireDataDictionary().getDataFields()) {
            if (targets.contains(field.getName()) && field.getOpType() == OpType.CATEGORICAL) {
                return PositiveClass.of(FieldEncoder.validValues(field)
                        .map(Value::getValue)
                        .map(Object::toString)
                        .toList());
            }
        }
        throw new UnsupportedPmmlException("MiningModel/MiningSchema names no categorical target");
    }
}
