"""The customers' columns, prepared for trees."""

from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder
from sklearn2pmml.decoration import CategoricalDomain, ContinuousDomain
from sklearn2pmml.pipeline import PMMLPipeline

from zoo.customers import CATEGORIES, NUMBERS


def one_hot(numbers="passthrough", **options):
    return ColumnTransformer([
        ("categories", OneHotEncoder(sparse_output=False, **options), CATEGORIES),
        ("numbers", numbers, NUMBERS),
    ])


def ordinal():
    return ColumnTransformer([
        ("categories", OrdinalEncoder(), CATEGORIES),
        ("numbers", "passthrough", NUMBERS),
    ])


def categories_first():
    """The columns of native categories, under their own names in a DataFrame."""
    columns = ColumnTransformer([
        ("geography", CategoricalDomain(), ["geography"]),
        ("gender", CategoricalDomain(), ["gender"]),
        ("numbers", ContinuousDomain(with_data=False), NUMBERS),
    ], verbose_feature_names_out=False)
    return columns.set_output(transform="pandas")


def filled(*transformers):
    """Transformers of one column, behind an imputer: as a matrix of one column, which they would squeeze to none."""
    return make_pipeline(SimpleImputer(strategy="most_frequent"), *transformers)


def pipeline(columns, classifier, **options):
    made = PMMLPipeline([("columns", columns), ("classifier", classifier)])
    if options:
        made.configure(**options)
    return made
