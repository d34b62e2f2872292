"""Trains scikit-learn's forest on the folds that a training was measured on, and writes what it says of those held out.

The folds are read from the files NAME-REPEAT-FOLD.csv of one of our contenders; those of scikit-learn are written beside them.
"""

import argparse
import re
from pathlib import Path

import pandas as pd
from columns import CATEGORIES, NUMBERS, read_customers, with_columns
from sklearn.ensemble import RandomForestClassifier

CONTENDERS = {"sklearn": ("sqrt", "gini"), "sklearn_half": (0.5, "gini"), "sklearn_half_entropy": (0.5, "entropy")}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=Path, required=True, help="CSV file with a header")
    parser.add_argument("--folds", type=Path, required=True, help="folder of the folds")
    parser.add_argument("--like", default="forest_default", help="the contender whose folds are read")
    options = parser.parse_args()
    customers = read_customers(options.customers).set_index("customer_id", drop=False)
    for file in sorted(options.folds.glob(f"{options.like}-*-*.csv")):
        score_fold(customers, file, options.folds)


def score_fold(customers, file, folder):
    repeat, fold = re.fullmatch(r".*-(\d+)-(\d+)", file.stem).groups()
    ids = pd.read_csv(file)["customer_id"]
    held_out = customers.loc[ids]
    training = customers.drop(index=ids)
    for name, (features, criterion) in CONTENDERS.items():
        out = folder / f"{name}-{repeat}-{fold}.csv"
        if not out.exists():
            forest = RandomForestClassifier(
                n_estimators=500,
                criterion=criterion,
                max_depth=10,
                min_samples_leaf=5,
                max_features=features,
                n_jobs=-1,
                random_state=int(repeat),
            )
            model = with_columns(forest).fit(training[CATEGORIES + NUMBERS], training["exited"])
            write(model, held_out, out)


def write(model, held_out, out):
    probability = model.predict_proba(held_out[CATEGORIES + NUMBERS])[:, 1]
    scores = held_out[["customer_id", "exited"]].assign(probability=probability)
    scores.to_csv(out, index=False)


main()
