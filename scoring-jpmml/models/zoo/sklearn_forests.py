"""Forests of scikit-learn on columns prepared in all the ways that its exporter knows."""

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import (
    Binarizer,
    FunctionTransformer,
    KBinsDiscretizer,
    MinMaxScaler,
    OneHotEncoder,
    PolynomialFeatures,
    PowerTransformer,
    RobustScaler,
    StandardScaler,
    TargetEncoder,
)
from sklearn2pmml.decoration import Alias, CategoricalDomain, ContinuousDomain
from sklearn2pmml.pipeline import PMMLPipeline
from sklearn2pmml.postprocessing import BusinessDecisionTransformer
from sklearn2pmml.preprocessing import CutTransformer, ExpressionTransformer, LookupTransformer

from zoo import SEED, model
from zoo.columns import filled, one_hot, ordinal, pipeline
from zoo.customers import AMOUNTS, CATEGORIES, FLAGS, NUMBERS, TARGET, as_doubles, as_floats, as_read, with_gaps


def forest(trees=10, depth=5, **options):
    return RandomForestClassifier(n_estimators=trees, max_depth=depth, random_state=SEED, **options)


@model
def sklearn_forest_onehot(customers):
    """One-hot categories, integer and double inputs, compact trees."""
    return pipeline(one_hot(), forest()), as_read(customers)


@model
def sklearn_forest_onehot_wide(customers):
    """The same forest written out with compact=False: both children of a split carry their predicate."""
    return pipeline(one_hot(), forest(), compact=False), as_read(customers)


@model
def sklearn_forest_ordinal(customers):
    """Ordinal-encoded categories: MapValues and thresholds on codes."""
    return pipeline(ordinal(), forest()), as_read(customers)


@model
def sklearn_forest_scaled(customers):
    """StandardScaler on the numbers: thresholds apply to derived fields."""
    return pipeline(one_hot(StandardScaler()), forest()), as_doubles(customers)


@model
def sklearn_forest_minmax_wide(customers):
    """MinMaxScaler, drop='first' one-hot, compact=False, entropy, class weights."""
    classifier = forest(criterion="entropy", class_weight="balanced")
    return pipeline(one_hot(MinMaxScaler(), drop="first"), classifier, compact=False), as_doubles(customers)


@model
def sklearn_forest_leaves(customers):
    """Grown best-first to 16 leaves, robust scaling, float inputs."""
    classifier = forest(depth=None, max_leaf_nodes=16, max_features=None)
    return pipeline(one_hot(RobustScaler()), classifier), as_floats(customers)


@model
def sklearn_forest_float_input(customers):
    """input_float=True: inputs declared as float, as scikit-learn casts them; node ids are written."""
    return pipeline(ordinal(), forest(), input_float=True, node_id=True), as_doubles(customers)


@model
def sklearn_forest_imputed(customers):
    """SimpleImputer for numbers (median) and categories (most frequent)."""
    columns = ColumnTransformer([
        ("categories", make_pipeline(
            SimpleImputer(strategy="most_frequent", missing_values=None), OneHotEncoder(sparse_output=False)), CATEGORIES),
        ("numbers", SimpleImputer(strategy="median"), NUMBERS),
    ])
    return pipeline(columns, forest()), with_gaps(customers)


@model
def sklearn_forest_imputed_flags(customers):
    """SimpleImputer with constants and missing-value indicators, then scaling."""
    columns = ColumnTransformer([
        ("amounts", make_pipeline(SimpleImputer(strategy="mean", add_indicator=True)), AMOUNTS),
        ("age", make_pipeline(SimpleImputer(strategy="constant", fill_value=-1.0), StandardScaler()), ["age"]),
        ("rest", SimpleImputer(strategy="most_frequent"), ["num_of_products", "tenure", "credit_score"] + FLAGS),
    ])
    return pipeline(columns, forest()), with_gaps(customers, NUMBERS)


@model
def sklearn_forest_missing(customers):
    """NaN goes down the branch that scikit-learn learnt for it (allow_missing=True)."""
    columns = ColumnTransformer([
        ("categories", OneHotEncoder(sparse_output=False), CATEGORIES),
        ("numbers", ContinuousDomain(with_data=False), NUMBERS),
    ])
    return pipeline(columns, forest(), allow_missing=True), with_gaps(customers, NUMBERS)


@model
def sklearn_forest_binned(customers):
    """KBinsDiscretizer, Binarizer, CutTransformer, a LookupTransformer, products of columns."""
    columns = ColumnTransformer([
        ("bins", KBinsDiscretizer(n_bins=4, encode="ordinal", strategy="quantile", quantile_method="averaged_inverted_cdf",
                                  random_state=SEED), ["credit_score", "tenure"]),
        ("bands", make_pipeline(
            CutTransformer(bins=[-np.inf, 30.0, 45.0, 60.0, np.inf], labels=["18-30", "31-45", "46-60", "over 60"]),
            OneHotEncoder(sparse_output=False)), ["age"]),
        ("flag", Binarizer(threshold=0.5), ["balance"]),
        ("region", filled(LookupTransformer({"France": 1.0, "Germany": 2.0, "Spain": 1.5}, 0.0), StandardScaler()), ["geography"]),
        ("products", PolynomialFeatures(degree=2, include_bias=False), ["num_of_products", "is_active_member"]),
    ])
    return pipeline(columns, forest()), as_doubles(customers)


@model
def sklearn_forest_expressions(customers):
    """ExpressionTransformer: ratios, if/else, log, min and max, comparisons, boolean operators."""
    columns = ColumnTransformer([
        ("numbers", ContinuousDomain(with_data=False), ["age", "balance", "num_of_products", "credit_score"]),
        ("categories", OneHotEncoder(sparse_output=False), CATEGORIES),
        ("ratio", Alias(ExpressionTransformer("X[0] / (X[1] + 1)"), "balance_to_salary"), AMOUNTS),
        ("log", filled(ExpressionTransformer("numpy.log(X[0] + 1.0)")), ["balance"]),
        ("band", filled(ExpressionTransformer("0 if X[0] < 30 else (1 if X[0] < 45 else 2)")), ["age"]),
        ("idle", ExpressionTransformer(
            "1 if (X[0] == 0 and X[1] >= 2) or not (X[0] != 0) else 0"), ["is_active_member", "num_of_products"]),
        ("square", filled(ExpressionTransformer("(X[0] - 40.0) ** 2")), ["age"]),
        ("root", FunctionTransformer(np.sqrt), ["estimated_salary"]),
    ])
    return pipeline(columns, forest()), as_doubles(customers)


@model
def sklearn_forest_expressions_missing(customers):
    """Expressions on missing values: mapMissingTo, defaultValue, division by zero as missing, pandas.isnull."""
    columns = ColumnTransformer([
        ("numbers", ContinuousDomain(with_data=False), ["age", "num_of_products", "is_active_member"]),
        ("ratio", ExpressionTransformer("X[0] / X[1]", map_missing_to=-1.0), AMOUNTS),
        ("per_year", ExpressionTransformer(
            "X[1] / X[0]", default_value=0.0, invalid_value_treatment="as_missing"), ["tenure", "balance"]),
        ("known", ExpressionTransformer("1 if pandas.isnull(X[0]) or pandas.isnull(X[1]) else 0"), ["balance", "credit_score"]),
        ("score", ExpressionTransformer("X[0] if pandas.notnull(X[0]) else 600.0"), ["credit_score", "age"]),
    ])
    return pipeline(columns, forest(), allow_missing=True), with_gaps(customers, NUMBERS)


@model
def sklearn_forest_domains(customers):
    """Domains: valid intervals and values, replacements of missing and invalid values, outliers held at their limits."""
    categories = CategoricalDomain(
        missing_value_replacement="France", invalid_value_treatment="as_value", invalid_value_replacement="France", dtype=str)
    columns = ColumnTransformer([
        ("geography", make_pipeline(categories, OneHotEncoder(sparse_output=False)), ["geography"]),
        ("gender", make_pipeline(CategoricalDomain(
            missing_value_replacement="Male", invalid_value_treatment="as_missing"), OneHotEncoder(sparse_output=False)), ["gender"]),
        ("age", ContinuousDomain(
            missing_value_treatment="as_median", missing_value_replacement=38.0, invalid_value_treatment="as_missing",
            with_statistics=True), ["age"]),
        ("score", ContinuousDomain(
            missing_value_replacement=650.0, invalid_value_treatment="as_value", invalid_value_replacement=600.0,
            data_min=[300.0], data_max=[850.0]), ["credit_score"]),
        ("amounts", ContinuousDomain(
            outlier_treatment="as_extreme_values", low_value=1_000.0, high_value=150_000.0,
            missing_value_replacement=0.0, invalid_value_treatment="as_is"), AMOUNTS),
        ("tenure", ContinuousDomain(
            outlier_treatment="as_missing_values", low_value=1.0, high_value=9.0,
            missing_value_replacement=5.0, with_data=False), ["tenure"]),
        ("rest", ContinuousDomain(with_data=True), ["num_of_products"] + FLAGS),
    ])
    gaps = with_gaps(customers, ["geography", "gender", "age", "credit_score", "tenure"] + AMOUNTS)
    return pipeline(columns, forest()), gaps


@model
def sklearn_forest_target_encoded(customers):
    """Rare categories in one bucket of the one-hot encoder; TargetEncoder: MapValues from category to mean."""
    columns = ColumnTransformer([
        ("buckets", OneHotEncoder(sparse_output=False, min_frequency=0.3, handle_unknown="infrequent_if_exist"), ["geography"]),
        ("means", TargetEncoder(random_state=SEED), ["geography", "gender"]),
        ("power", PowerTransformer(), ["age", "credit_score"]),
        ("rest", "passthrough", ["balance", "num_of_products", "is_active_member"]),
    ])
    return pipeline(columns, forest()), as_doubles(customers)


@model
def sklearn_forest_words(customers):
    """Classes named yes and no instead of 1 and 0, and a business decision among the outputs."""
    decision = make_pipeline(
        ExpressionTransformer("'leaves' if X[0] == 'yes' else 'stays'"),
        BusinessDecisionTransformer(None, "Will the customer leave?", [("leaves", "call"), ("stays", "do nothing")]))
    made = PMMLPipeline([("columns", one_hot()), ("classifier", forest())], predict_transformer=decision)
    table = as_read(customers)
    return made, table.assign(exited=table[TARGET].map({0: "no", 1: "yes"}))


@model
def sklearn_forest_schema_43(customers):
    """Written as PMML 4.3, in that version's namespace."""
    return pipeline(one_hot(), forest(trees=5)), as_read(customers)
