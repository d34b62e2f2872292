"""Compares how well methods score the customers held out in folds, and writes JSON."""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import t
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score

METRICS = {"ROC AUC": roc_auc_score, "PR AUC": average_precision_score, "Brier": brier_score_loss, "Log loss": log_loss}
CONFIDENCE = 0.95


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scores", type=Path, required=True, help="folder of the files METHOD-REPEAT-FOLD.csv")
    parser.add_argument("--repeats", type=int, required=True, help="as the folds were made")
    parser.add_argument("--folds", type=int, required=True, help="as the folds were made")
    parser.add_argument("--against", default="sklearn", help="the method that all are compared with")
    parser.add_argument("--out", type=Path, required=True, help="the JSON to write")
    options = parser.parse_args()
    measured = {method: measure(files) for method, files in complete_methods(options).items()}
    qualities = [
        quality(method, metric, measured[method][metric], measured[options.against][metric], options.folds)
        for method in measured
        for metric in METRICS
    ]
    options.out.write_text(json.dumps({"against": options.against, "qualities": qualities}), encoding="utf-8")


def complete_methods(options):
    """The files of each method that scored every fold, in one order."""
    cells = [f"{repeat}-{fold}" for repeat in range(options.repeats) for fold in range(options.folds)]
    names = sorted({file.name.partition("-")[0] for file in options.scores.glob("*-*-*.csv")})
    files = {name: [options.scores / f"{name}-{cell}.csv" for cell in cells] for name in names}
    return {name: found for name, found in files.items() if all(file.exists() for file in found)}


def measure(files):
    """Every metric, fold by fold."""
    scores = [pd.read_csv(file) for file in files]
    return {name: np.array([metric(each["exited"], each["probability"]) for each in scores]) for name, metric in METRICS.items()}


def quality(method, metric, values, others, folds):
    """The mean over the folds, and the mean difference to the method that all are compared with, with its interval."""
    differences = values - others
    reach = t.ppf((1 + CONFIDENCE) / 2, len(differences) - 1) * corrected_error(differences, folds)
    mean = differences.mean()
    return {"method": method, "metric": metric, "mean": values.mean(), "difference": mean, "low": mean - reach, "high": mean + reach}


def corrected_error(differences, folds):
    """The training parts of folds overlap, so their values are not independent; the variance is corrected for that.

    Nadeau and Bengio, Inference for the generalization error, Machine Learning 2003.
    """
    held_out_to_training = 1 / (folds - 1)
    return np.sqrt(differences.var(ddof=1) * (1 / len(differences) + held_out_to_training))


main()
