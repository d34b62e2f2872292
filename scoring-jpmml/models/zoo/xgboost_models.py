"""XGBoost: sums of floats."""

from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import OneHotEncoder
from sklearn2pmml.decoration import ContinuousDomain
from xgboost import XGBClassifier, XGBRFClassifier

from zoo import SEED, model
from zoo.columns import categories_first, one_hot, pipeline
from zoo.customers import CATEGORIES, NUMBERS, as_categories, as_doubles, as_read, with_gaps, with_gaps_as_categories


def boosted(trees=12, depth=4, **options):
    return XGBClassifier(n_estimators=trees, max_depth=depth, tree_method="hist", random_state=SEED, n_jobs=1, **options)


@model
def xgboost_onehot(customers):
    """One-hot categories: sums of floats (x-mathContext), float inputs cast from what was read."""
    return pipeline(one_hot(), boosted()), as_read(customers)


@model
def xgboost_onehot_wide(customers):
    """The same with compact=False, a fixed base score and a small learning rate."""
    return pipeline(one_hot(), boosted(base_score=0.3, learning_rate=0.1), compact=False), as_doubles(customers)


@model
def xgboost_missing(customers):
    """Missing numbers and categories, default directions, compact trees."""
    columns = ColumnTransformer([
        ("categories", OneHotEncoder(sparse_output=False, handle_unknown="ignore"), CATEGORIES),
        ("numbers", ContinuousDomain(with_data=False), NUMBERS),
    ])
    return pipeline(columns, boosted()), with_gaps(customers, NUMBERS)


@model
def xgboost_missing_wide(customers):
    """Missing numbers, compact=False."""
    columns = ColumnTransformer([
        ("categories", OneHotEncoder(sparse_output=False), CATEGORIES),
        ("numbers", ContinuousDomain(with_data=False), NUMBERS),
    ])
    return pipeline(columns, boosted(), compact=False), with_gaps(customers, NUMBERS)


@model
def xgboost_categories(customers):
    """Native categories, split one against the rest and into sets (max_cat_to_onehot=1)."""
    classifier = boosted(enable_categorical=True, max_cat_to_onehot=1)
    return pipeline(categories_first(), classifier), as_categories(customers)


@model
def xgboost_categories_missing(customers):
    """Native categories and numbers, both with missing values."""
    return pipeline(categories_first(), boosted(enable_categorical=True)), with_gaps_as_categories(customers)


@model
def xgboost_dart(customers):
    """booster=dart: trees with weights."""
    classifier = boosted(booster="dart", rate_drop=0.2, scale_pos_weight=3.0)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def xgboost_leafwise(customers):
    """Grown leaf by leaf."""
    classifier = boosted(depth=0, max_leaves=10, grow_policy="lossguide", min_child_weight=5.0)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def xgboost_forest(customers):
    """XGBRFClassifier: ten parallel trees of one boosting round."""
    classifier = XGBRFClassifier(n_estimators=10, max_depth=5, random_state=SEED, n_jobs=1)
    return pipeline(one_hot(), classifier), as_doubles(customers)
