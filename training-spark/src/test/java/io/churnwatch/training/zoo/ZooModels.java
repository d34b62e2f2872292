package io.churnwatch.training.zoo;

import static io.churnwatch.training.zoo.ZooCustomers.DOUBLES;
import static io.churnwatch.training.zoo.ZooCustomers.NAMED_CLASSES;
import static io.churnwatch.training.zoo.ZooCustomers.TYPED;
import static io.churnwatch.training.zoo.ZooCustomers.WEIGHTED;
import static io.churnwatch.training.zoo.ZooCustomers.WITH_GAPS;

import io.churnwatch.training.data.TrainingColumns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.Interaction;
import org.apache.spark.ml.feature.MaxAbsScaler;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.QuantileDiscretizer;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.feature.VectorIndexer;
import org.apache.spark.ml.feature.VectorSlicer;

/** What Spark and its exporter can write: one small model for each way of preparing columns and growing trees. */
final class ZooModels {
    private static final long SEED = 42;
    private static final String[] NUMBERS = array(TrainingColumns.numbers());
    private static final String[] CATEGORIES = array(TrainingColumns.categories());
    private static final String[] INDEXES = suffixed("_index", CATEGORIES);

    static List<ZooModel> all() {
        return Stream.of(forests(), prepared(), derived(), others())
                .flatMap(List::stream)
                .toList();
    }

    // --- Forests of different shapes ---

    private static List<ZooModel> forests() {
        return List.of(
                ZooModel.of("spark-forest", DOUBLES, indexed("keep"), features(), forest()),
                ZooModel.of("spark-forest-wide", DOUBLES, indexed("keep"), features(), forest())
                        .wide(),
                ZooModel.of(
                        "spark-forest-deep",
                        DOUBLES,
                        indexed("error"),
                        features(),
                        forest().setMaxDepth(9)
                                .setImpurity("entropy")
                                .setMinInstancesPerNode(15)
                                .setMaxBins(64)
                                .setFeatureSubsetStrategy("onethird")),
                ZooModel.of(
                        "spark-forest-stumps",
                        DOUBLES,
                        indexed("keep"),
                        features(),
                        forest().setNumTrees(15).setMaxDepth(1).setFeatureSubsetStrategy("1")),
                ZooModel.of(
                        "spark-forest-unsampled",
                        DOUBLES,
                        indexed("keep"),
                        features(),
                        forest().setBootstrap(false)
                                .setFeatureSubsetStrategy("2")
                                .setMinInfoGain(0.001)),
                ZooModel.of("spark-forest-typed", TYPED, indexed("keep"), features(), forest()),
                ZooModel.of(
                        "spark-forest-weighted",
                        WEIGHTED,
                        indexed("keep"),
                        features(),
                        forest().setWeightCol(ZooCustomers.WEIGHT)),
                ZooModel.of(
                        "spark-forest-named",
                        NAMED_CLASSES,
                        indexed("keep"),
                        new StringIndexer()
                                .setInputCol(TrainingColumns.EXITED)
                                .setOutputCol("label")
                                .setStringOrderType("alphabetDesc"),
                        features(),
                        forest().setLabelCol("label")));
    }

    // --- Columns prepared by feature transformers ---

    private static List<ZooModel> prepared() {
        return List.of(
                ZooModel.of(
                        "spark-forest-imputed",
                        WITH_GAPS,
                        imputed("mean", "balance", "estimated_salary", "age"),
                        imputed(
                                "median",
                                "credit_score",
                                "tenure",
                                "num_of_products",
                                "has_cr_card",
                                "is_active_member"),
                        indexed("keep"),
                        assembled(suffixed("_filled", NUMBERS), INDEXES),
                        forest()),
                ZooModel.of(
                        "spark-forest-onehot",
                        DOUBLES,
                        indexed("error"),
                        oneHot().setDropLast(false),
                        assembled(NUMBERS, suffixed("_vector", CATEGORIES)),
                        forest()),
                ZooModel.of(
                                "spark-forest-onehot-wide",
                                DOUBLES,
                                indexed("keep"),
                                oneHot(),
                                assembled(NUMBERS, suffixed("_vector", CATEGORIES)),
                                forest())
                        .wide(),
                ZooModel.of(
                        "spark-forest-scaled",
                        DOUBLES,
                        assembled("spread", "credit_score", "age"),
                        new StandardScaler()
                                .setInputCol("spread")
                                .setOutputCol("standardized")
                                .setWithMean(true),
                        assembled("ranged", "tenure", "num_of_products"),
                        new MinMaxScaler().setInputCol("ranged").setOutputCol("in_unit"),
                        assembled("amounts", "balance", "estimated_salary"),
                        new MaxAbsScaler().setInputCol("amounts").setOutputCol("to_one"),
                        indexed("keep"),
                        assembled(new String[] {"standardized", "in_unit", "to_one", "is_active_member"}, INDEXES),
                        forest()),
                ZooModel.of(
                        "spark-forest-binned",
                        DOUBLES,
                        new Bucketizer()
                                .setInputCol("age")
                                .setOutputCol("age_band")
                                .setSplits(
                                        new double[] {Double.NEGATIVE_INFINITY, 30, 45, 60, Double.POSITIVE_INFINITY}),
                        new QuantileDiscretizer()
                                .setInputCol("credit_score")
                                .setOutputCol("score_band")
                                .setNumBuckets(5),
                        new Binarizer()
                                .setInputCol("balance")
                                .setOutputCol("has_balance")
                                .setThreshold(0.5),
                        indexed("keep"),
                        assembled(
                                new String[] {
                                    "age_band", "score_band", "has_balance", "num_of_products", "is_active_member"
                                },
                                INDEXES),
                        forest()),
                ZooModel.of(
                        "spark-forest-vector-indexed",
                        DOUBLES,
                        indexed("keep"),
                        assembled("raw", NUMBERS),
                        new VectorIndexer()
                                .setInputCol("raw")
                                .setOutputCol("numbers")
                                .setMaxCategories(5)
                                .setHandleInvalid("keep"),
                        assembled(new String[] {"numbers"}, INDEXES),
                        forest()),
                ZooModel.of(
                        "spark-forest-interaction",
                        DOUBLES,
                        indexed("error"),
                        oneHot(),
                        new Interaction()
                                .setInputCols(new String[] {"age", "geography_vector"})
                                .setOutputCol("age_by_geography"),
                        assembled(NUMBERS, new String[] {"age_by_geography"}),
                        forest()),
                ZooModel.of(
                        "spark-forest-formula",
                        DOUBLES,
                        new RFormula()
                                .setFormula(
                                        "exited ~ age + balance + geography + num_of_products + gender + age:is_active_member")
                                .setFeaturesCol("features")
                                .setLabelCol("label"),
                        forest().setLabelCol("label")));
    }

    // --- Columns derived by SQL ---

    private static List<ZooModel> derived() {
        return List.of(
                withSql(
                        "spark-forest-sql",
                        DOUBLES,
                        "balance / (estimated_salary + 1.0D) AS balance_ratio",
                        "ln(balance + 1.0D) AS balance_log",
                        "CASE WHEN age < 30.0D THEN 0.0D WHEN age < 45.0D THEN 1.0D WHEN age <= 60.0D THEN 2.0D ELSE 3.0D END"
                                + " AS age_band",
                        "if(balance = 0.0D AND num_of_products >= 2.0D, 1.0D, 0.0D) AS idle",
                        "least(tenure, 5.0D) AS tenure_capped",
                        "greatest(credit_score - 600.0D, 0.0D) AS score_over"),
                withSql(
                        "spark-forest-sql-functions",
                        DOUBLES,
                        "pow(age - 40.0D, 2.0D) AS age_squared",
                        "abs(credit_score - 650.0D) AS score_distance",
                        "exp(-tenure / 10.0D) AS tenure_decay",
                        "sqrt(estimated_salary) AS salary_root",
                        "log10(balance + 1.0D) AS balance_magnitude",
                        "log1p(estimated_salary) AS salary_log",
                        "double(floor(age / 10.0D)) AS decade",
                        "double(ceil(credit_score / 50.0D)) AS score_step",
                        "rint(balance / 10000.0D) AS balance_rounded",
                        "hypot(age, tenure) AS diagonal",
                        "tanh((age - 40.0D) / 10.0D) AS age_squashed"),
                withSql(
                        "spark-forest-sql-logic",
                        DOUBLES,
                        "if(NOT (age > 40.0D) OR is_active_member <> 1.0D, 1.0D, 0.0D) AS young_or_idle",
                        "if(isnan(balance), 0.0D, balance / 1000.0D) AS thousands",
                        "if(geography IN ('France', 'Spain'), 1.0D, 0.0D) AS latin",
                        "if(geography = 'Germany' AND gender = 'Female', age, -1.0D) AS german_woman",
                        "CASE geography WHEN 'France' THEN 1.0D WHEN 'Spain' THEN 1.5D ELSE 2.0D END AS region",
                        "CASE WHEN num_of_products > 2.0D THEN balance ELSE 0.0D END AS balance_of_many",
                        "double(length(concat(geography, '-', lower(gender)))) AS length_of_words",
                        "if(upper(substring(geography, 1, 2)) = 'FR', 1.0D, 0.0D) AS starts_with_fr"),
                withSql(
                        "spark-forest-sql-missing",
                        WITH_GAPS,
                        "if(balance IS NULL, 1.0D, 0.0D) AS balance_unknown",
                        "if(age IS NOT NULL, age, 38.0D) AS age_or_typical",
                        "CASE WHEN tenure IS NULL THEN -1.0D WHEN tenure > 5.0D THEN 1.0D ELSE 0.0D END AS tenure_band",
                        "if(balance IS NULL OR estimated_salary IS NULL, -1.0D, balance / (estimated_salary + 1.0D)) AS ratio",
                        "if(credit_score IS NULL, 650.0D, least(credit_score, 800.0D)) AS score_capped"));
    }

    // --- Other than forests ---

    private static List<ZooModel> others() {
        return List.of(
                ZooModel.of("spark-tree", DOUBLES, indexed("keep"), features(), tree()),
                ZooModel.of("spark-tree-wide", TYPED, indexed("error"), features(), tree().setImpurity("entropy"))
                        .wide(),
                ZooModel.of("spark-gbt", DOUBLES, indexed("keep"), features(), boosted()),
                ZooModel.of(
                                "spark-gbt-wide",
                                WITH_GAPS,
                                imputed("median", NUMBERS),
                                indexed("keep"),
                                assembled(suffixed("_filled", NUMBERS), INDEXES),
                                boosted().setSubsamplingRate(0.7).setFeatureSubsetStrategy("onethird"))
                        .wide(),
                ZooModel.of("spark-forest-isotonic", DOUBLES, indexed("keep"), features(), forest())
                        .withCalibratedOutput(),
                ZooModel.of(
                        "spark-forest-platt",
                        DOUBLES,
                        indexed("keep"),
                        features(),
                        forest().setProbabilityCol("forest_probability")
                                .setPredictionCol("forest_prediction")
                                .setRawPredictionCol("forest_raw"),
                        new VectorSlicer()
                                .setInputCol("forest_probability")
                                .setOutputCol("leaves")
                                .setIndices(new int[] {1}),
                        new LogisticRegression().setFeaturesCol("leaves").setLabelCol(TrainingColumns.EXITED)));
    }

    // --- Stages ---

    private static ZooModel withSql(String name, ZooCustomers customers, String... expressions) {
        String[] derived = Arrays.stream(expressions)
                .map(expression -> expression.substring(expression.lastIndexOf(" AS ") + 4))
                .toArray(String[]::new);
        // What may be missing only SQL makes a number of: the other columns of customers with gaps stay out.
        String[] plain = customers == WITH_GAPS ? new String[0] : NUMBERS;
        return ZooModel.of(
                name,
                customers,
                sql(expressions),
                indexed("keep"),
                assembled(concat(plain, derived), INDEXES),
                forest());
    }

    private static SQLTransformer sql(String... expressions) {
        return new SQLTransformer()
                .setStatement("SELECT *, %s FROM __THIS__".formatted(String.join(", ", expressions)));
    }

    private static StringIndexer indexed(String handleInvalid) {
        return new StringIndexer()
                .setInputCols(CATEGORIES)
                .setOutputCols(INDEXES)
                .setHandleInvalid(handleInvalid);
    }

    private static OneHotEncoder oneHot() {
        return new OneHotEncoder().setInputCols(INDEXES).setOutputCols(suffixed("_vector", CATEGORIES));
    }

    private static Imputer imputed(String strategy, String... columns) {
        return new Imputer()
                .setInputCols(columns)
                .setOutputCols(suffixed("_filled", columns))
                .setStrategy(strategy);
    }

    private static VectorAssembler features() {
        return assembled(NUMBERS, INDEXES);
    }

    private static VectorAssembler assembled(String[] columns, String[] more) {
        return assembled("features", concat(columns, more));
    }

    private static VectorAssembler assembled(String output, String... columns) {
        return new VectorAssembler().setInputCols(columns).setOutputCol(output).setHandleInvalid("keep");
    }

    private static RandomForestClassifier forest() {
        return new RandomForestClassifier()
                .setLabelCol(TrainingColumns.EXITED)
                .setNumTrees(10)
                .setMaxDepth(5)
                .setSeed(SEED);
    }

    private static DecisionTreeClassifier tree() {
        return new DecisionTreeClassifier()
                .setLabelCol(TrainingColumns.EXITED)
                .setMaxDepth(6)
                .setMinInstancesPerNode(10)
                .setSeed(SEED);
    }

    private static GBTClassifier boosted() {
        return new GBTClassifier()
                .setLabelCol(TrainingColumns.EXITED)
                .setMaxIter(12)
                .setMaxDepth(4)
                .setSeed(SEED);
    }

    private static String[] suffixed(String suffix, String... names) {
        return Arrays.stream(names).map(name -> name + suffix).toArray(String[]::new);
    }

    private static String[] concat(String[] names, String[] more) {
        return Stream.concat(Arrays.stream(names), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] array(List<String> names) {
        return names.toArray(String[]::new);
    }

    private ZooModels() {}
}
