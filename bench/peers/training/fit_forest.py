"""Trains scikit-learn's forest on every core, on as many customers of a file as our training does, and says like it how far it is."""

import time

START = time.monotonic()  # before the rest is imported, which takes its time as well

import argparse
from pathlib import Path

from columns import CATEGORIES, NUMBERS, read_customers, with_columns
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

SEED = 7
HELD_OUT = 0.2
HELD_OUT_MAX = 100_000  # as our training


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=Path, required=True, help="CSV file with a header")
    parser.add_argument("--trees", type=int, required=True)
    parser.add_argument("--depth", type=int, required=True)
    options = parser.parse_args()
    customers = read_customers(options.customers)
    report(10, f"loaded {len(customers)} customers")
    count = min(round(HELD_OUT * len(customers)), HELD_OUT_MAX)
    training, held_out = train_test_split(customers, test_size=count, random_state=SEED, stratify=customers["exited"])
    forest = RandomForestClassifier(
        n_estimators=options.trees, max_depth=options.depth, min_samples_leaf=5, max_features=0.5, n_jobs=-1, random_state=SEED
    )
    model = with_columns(forest).fit(training[CATEGORIES + NUMBERS], training["exited"])
    report(60, f"fitted {options.trees} trees")
    probability = model.predict_proba(held_out[CATEGORIES + NUMBERS])[:, 1]
    report(100, f"evaluated on {len(held_out)} customers: ROC AUC {roc_auc_score(held_out['exited'], probability):.4f}")


def report(percent, done):
    print(f"{time.monotonic() - START:8.3f} s  {percent:3d} %  {done}", flush=True)


main()
