"""Trees, boosted trees, calibrated forests and other ensembles of scikit-learn."""

from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import (
    AdaBoostClassifier,
    BaggingClassifier,
    ExtraTreesClassifier,
    GradientBoostingClassifier,
    HistGradientBoostingClassifier,
    StackingClassifier,
    VotingClassifier,
)
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import OrdinalEncoder, StandardScaler
from sklearn.tree import DecisionTreeClassifier
from sklearn2pmml.ensemble import GBDTLRClassifier, SelectFirstClassifier

from zoo import SEED, model
from zoo.columns import one_hot, ordinal, pipeline
from zoo.customers import CATEGORIES, NUMBERS, as_doubles, as_read, with_gaps
from zoo.sklearn_forests import forest


def calibrated(method):
    """One forest, one calibrator: jpmml scores 0 for everybody when the calibrated forests of several folds are averaged."""
    return pipeline(one_hot(), CalibratedClassifierCV(forest(), method=method, cv=3, ensemble=False))


@model
def sklearn_extra_trees(customers):
    """ExtraTreesClassifier: thresholds drawn at random, with all their digits."""
    classifier = ExtraTreesClassifier(n_estimators=10, max_depth=6, random_state=SEED)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_tree(customers):
    """A single DecisionTreeClassifier: a TreeModel without MiningModel."""
    return pipeline(one_hot(), DecisionTreeClassifier(max_depth=6, random_state=SEED)), as_read(customers)


@model
def sklearn_tree_wide(customers):
    """A single tree, compact=False, scaled numbers, missing values allowed."""
    columns = ColumnTransformer([
        ("categories", OrdinalEncoder(), CATEGORIES),
        ("numbers", StandardScaler(), NUMBERS),
    ])
    classifier = DecisionTreeClassifier(max_leaf_nodes=24, min_samples_leaf=10, random_state=SEED)
    return pipeline(columns, classifier, compact=False, allow_missing=True), with_gaps(customers, NUMBERS)


@model
def sklearn_gradient_boosting(customers):
    """GradientBoostingClassifier: a sum of regression trees, chained into a logistic regression."""
    classifier = GradientBoostingClassifier(n_estimators=15, max_depth=3, random_state=SEED)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_gradient_boosting_exponential(customers):
    """Exponential loss, subsampled, compact=False."""
    classifier = GradientBoostingClassifier(
        n_estimators=15, max_depth=4, subsample=0.7, loss="exponential", random_state=SEED)
    return pipeline(ordinal(), classifier, compact=False), as_read(customers)


@model
def sklearn_hist_boosting(customers):
    """HistGradientBoostingClassifier on numbers and one-hot columns, whole values."""
    classifier = HistGradientBoostingClassifier(max_iter=12, max_leaf_nodes=15, random_state=SEED)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_hist_boosting_missing(customers):
    """HistGradientBoostingClassifier with native categories and missing numbers."""
    classifier = HistGradientBoostingClassifier(
        max_iter=12, max_leaf_nodes=15, categorical_features=[0, 1], random_state=SEED)
    return pipeline(ordinal(), classifier), with_gaps(customers, NUMBERS)


@model
def sklearn_calibrated_isotonic(customers):
    """CalibratedClassifierCV(isotonic) over one forest fitted on all rows: NormContinuous, then a linear model."""
    return calibrated("isotonic"), as_doubles(customers)


@model
def sklearn_calibrated_sigmoid(customers):
    """CalibratedClassifierCV(sigmoid) over one forest: a DefineFunction of its own, expit."""
    return calibrated("sigmoid"), as_doubles(customers)


@model
def sklearn_bagging(customers):
    """BaggingClassifier of trees that see some of the columns."""
    classifier = BaggingClassifier(
        DecisionTreeClassifier(max_depth=5, random_state=SEED), n_estimators=8, max_features=0.6, random_state=SEED)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_adaboost(customers):
    """AdaBoostClassifier of shallow trees: a weighted vote."""
    classifier = AdaBoostClassifier(DecisionTreeClassifier(max_depth=3), n_estimators=8, random_state=SEED)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_voting(customers):
    """Soft VotingClassifier of a tree and two forests, with weights."""
    classifier = VotingClassifier([
        ("tree", DecisionTreeClassifier(max_depth=4, random_state=SEED)),
        ("forest", forest(trees=5)),
        ("extra", ExtraTreesClassifier(n_estimators=5, max_depth=5, random_state=SEED)),
    ], voting="soft", weights=[1.0, 3.0, 2.0])
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_stacking(customers):
    """StackingClassifier: a logistic regression over the probabilities of a forest and a boosted ensemble."""
    classifier = StackingClassifier([
        ("forest", forest(trees=5)),
        ("boosting", GradientBoostingClassifier(n_estimators=8, max_depth=3, random_state=SEED)),
    ], final_estimator=LogisticRegression(), cv=3)
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_boosting_regression(customers):
    """GBDTLRClassifier: a logistic regression over the leaves that boosted trees end in."""
    classifier = GBDTLRClassifier(
        GradientBoostingClassifier(n_estimators=6, max_depth=3, random_state=SEED), LogisticRegression())
    return pipeline(one_hot(), classifier), as_doubles(customers)


@model
def sklearn_select_first(customers):
    """SelectFirstClassifier: one forest for the young, one for the others (segments with predicates)."""
    classifier = SelectFirstClassifier([
        ("young", forest(trees=5), "X[3] <= 38"),
        ("others", forest(trees=5), "True"),
    ])
    return pipeline(ordinal(), classifier), as_doubles(customers)
