"""LightGBM: boosted sums, native categories, learnt directions for what is missing."""

from lightgbm import LGBMClassifier
from sklearn.compose import ColumnTransformer
from sklearn.pipeline import make_pipeline
from sklearn2pmml.decoration import CategoricalDomain, ContinuousDomain
from sklearn2pmml.preprocessing import PMMLLabelEncoder

from zoo import SEED, model
from zoo.columns import categories_first, one_hot, pipeline
from zoo.customers import NUMBERS, as_categories, as_doubles, as_read, with_gaps, with_gaps_as_categories


def light(trees=12, leaves=12, **options):
    return LGBMClassifier(n_estimators=trees, num_leaves=leaves, random_state=SEED, n_jobs=1, verbose=-1, **options)


@model
def lightgbm_onehot(customers):
    """One-hot categories, integer and double inputs."""
    return pipeline(one_hot(), light()), as_read(customers)


@model
def lightgbm_categories(customers):
    """Native categories (isIn sets of a DataFrame's category columns)."""
    return pipeline(categories_first(), light(min_child_samples=5)), as_categories(customers)


@model
def lightgbm_categories_wide(customers):
    """Native categories as codes (PMMLLabelEncoder), compact=False."""
    columns = ColumnTransformer([
        ("geography", make_pipeline(CategoricalDomain(), PMMLLabelEncoder()), "geography"),
        ("gender", make_pipeline(CategoricalDomain(), PMMLLabelEncoder()), "gender"),
        ("numbers", ContinuousDomain(), NUMBERS),
    ])
    made = pipeline(columns, light(categorical_feature=[0, 1]), compact=False)
    return made, as_doubles(customers)


@model
def lightgbm_missing(customers):
    """Missing numbers and missing categories, each with a learnt default direction."""
    return pipeline(categories_first(), light()), with_gaps_as_categories(customers)


@model
def lightgbm_missing_wide(customers):
    """The same with compact=False."""
    return pipeline(categories_first(), light(), compact=False), with_gaps_as_categories(customers)


@model
def lightgbm_zero_as_missing(customers):
    """zero_as_missing: a balance of 0 goes the way of a missing one."""
    return pipeline(one_hot(ContinuousDomain(with_data=False)), light(zero_as_missing=True)), with_gaps(customers, NUMBERS)


@model
def lightgbm_forest(customers):
    """boosting=rf: the mean of the trees instead of their sum."""
    classifier = light(boosting_type="rf", bagging_freq=1, bagging_fraction=0.6, feature_fraction=0.7)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def lightgbm_dart(customers):
    """boosting=dart, unbalanced classes weighted, L1 and L2."""
    classifier = light(boosting_type="dart", is_unbalance=True, reg_alpha=0.1, reg_lambda=1.0)
    return pipeline(categories_first(), classifier), as_categories(customers)
