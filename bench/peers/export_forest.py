"""Trains a random forest on the customers that ship, and writes it as PMML, as ONNX and as Treelite's C."""

import argparse
import re
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
import tl2cgen
import treelite
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder
from sklearn2pmml import sklearn2pmml
from sklearn2pmml.pipeline import PMMLPipeline

SEED = 7
CATEGORIES = ["geography", "gender"]
NUMBERS = ["credit_score", "age", "tenure", "balance", "num_of_products", "has_cr_card", "is_active_member", "estimated_salary"]
PACKAGES = ["scikit-learn", "sklearn2pmml", "skl2onnx", "treelite", "tl2cgen"]


def main():
    options = parse_options()
    options.out.mkdir(parents=True, exist_ok=True)
    training, held_out = split(pd.read_csv(options.customers))
    pipeline = fit(training, options.trees, options.depth)
    sklearn2pmml(pipeline, str(options.out / "model.pmml"))
    write_onnx(pipeline, options.out / "model.onnx")
    write_treelite(pipeline, vectors(pipeline, training), options.out)
    write_rows(pipeline, held_out, options.out)
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    (options.out / "versions.txt").write_text(versions + "\n")


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=Path, required=True, help="CSV file with a header")
    parser.add_argument("--trees", type=int, required=True)
    parser.add_argument("--depth", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder for what is written")
    return parser.parse_args()


def split(customers):
    customers.columns = [re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in customers.columns]
    return train_test_split(customers, test_size=0.2, random_state=SEED, stratify=customers["exited"])


def fit(training, trees, depth):
    columns = ColumnTransformer([("categories", OneHotEncoder(), CATEGORIES), ("numbers", "passthrough", NUMBERS)])
    forest = RandomForestClassifier(n_estimators=trees, max_depth=depth, random_state=SEED)
    pipeline = PMMLPipeline([("columns", columns), ("forest", forest)])
    return pipeline.fit(training[CATEGORIES + NUMBERS], training["exited"])


def vectors(pipeline, customers):
    """What the forest gets: floats, and a column of its own for each category."""
    encoded = pipeline.named_steps["columns"].transform(customers[CATEGORIES + NUMBERS])
    return np.asarray(encoded, dtype=np.float32)


def write_onnx(pipeline, file):
    forest = pipeline.named_steps["forest"]
    row = FloatTensorType([None, forest.n_features_in_])
    # A tensor of probabilities instead of a list of maps, which would have to be taken apart for every row.
    onnx = to_onnx(forest, initial_types=[("row", row)], options={id(forest): {"zipmap": False}})
    file.write_bytes(onnx.SerializeToString())


def write_treelite(pipeline, training_vectors, out):
    """As it comes, and with all that Treelite's manual offers for speed. A file per tree compiles in seconds, not minutes."""
    forest = pipeline.named_steps["forest"]
    model = treelite.sklearn.import_model(forest)
    files = {"parallel_comp": forest.n_estimators}
    tl2cgen.generate_c_code(model, str(out / "treelite"), params=files)
    branches = str(out / "branches.json")
    rows = tl2cgen.DMatrix(training_vectors.astype(np.float64), dtype="float64")
    tl2cgen.annotate_branch(model, rows, path=branches)
    tl2cgen.generate_c_code(model, str(out / "treelite-tuned"), params=files | {"annotate_in": branches, "quantize": 1})


def write_rows(pipeline, held_out, out):
    rows = vectors(pipeline, held_out)
    with open(out / "vectors.txt", "w") as file:
        file.write(f"{rows.shape[0]} {rows.shape[1]}\n")
        file.writelines(" ".join(str(value) for value in row) + "\n" for row in rows)
    probabilities = pipeline.named_steps["forest"].predict_proba(rows)[:, 1]
    held_out[CATEGORIES + NUMBERS].assign(probability=probabilities).to_csv(out / "scores.csv", index=False)


main()
