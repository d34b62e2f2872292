"""Trains the Python half of the zoo and exports it with sklearn2pmml.

Usage: train_python.py CUSTOMERS_CSV_GZ FOLDER [NAME ...]   (NAME: only these models)

Each document carries rows to verify it with, scored by the library itself.
"""

import sys
import warnings
from pathlib import Path

from sklearn2pmml import sklearn2pmml

from zoo import MODELS, lightgbm_models, sklearn_ensembles, sklearn_forests, xgboost_models  # noqa: F401
from zoo.customers import FIELDS, TARGET, read_customers

VERIFICATION_ROWS = 20
# The converter reports its failures to its maker's server, and has no switch for that; a proxy that is not there is one.
JAVA_OPTIONS = ["-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=9"]

#: What a library computes in single precision cannot agree with its document to the last digits of a double.
PRECISION = {"xgboost": 1e-5, "lightgbm": 1e-12, "sklearn": 1e-12}

#: jpmml finds the right probability here, but not in the output field that it compares with the verification rows.
UNVERIFIED = {"sklearn-select-first"}


def write(name, customers, folder):
    made, training = MODELS[name](customers)
    made.fit(training[FIELDS], training[TARGET])
    if name not in UNVERIFIED:
        precision = PRECISION[name.split("-")[0]]
        made.verify(training[FIELDS].head(VERIFICATION_ROWS), precision=precision, zeroThreshold=precision)
    schema = "4.3" if name.endswith("-43") else None
    sklearn2pmml(made, str(folder / f"{name}.pmml"), pmml_schema=schema, java_opts=JAVA_OPTIONS)


def main(customers_file, folder, *names):
    warnings.simplefilter("ignore")
    customers = read_customers(customers_file)
    for name in names or MODELS:
        write(name, customers, Path(folder))
        print(f"{name}: written", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
