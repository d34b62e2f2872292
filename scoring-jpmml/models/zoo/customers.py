"""The customers of the sample, as one or another library likes them."""

import numpy as np
import pandas as pd

from zoo import SEED

COLUMNS = {
    "CreditScore": "credit_score",
    "Geography": "geography",
    "Gender": "gender",
    "Age": "age",
    "Tenure": "tenure",
    "Balance": "balance",
    "NumOfProducts": "num_of_products",
    "HasCrCard": "has_cr_card",
    "IsActiveMember": "is_active_member",
    "EstimatedSalary": "estimated_salary",
}
CATEGORIES = ["geography", "gender"]
FIELDS = list(COLUMNS.values())
NUMBERS = [field for field in FIELDS if field not in CATEGORIES]
AMOUNTS = ["balance", "estimated_salary"]
FLAGS = ["has_cr_card", "is_active_member"]
TARGET = "exited"

TRAINING_ROWS = 3_000


def read_customers(path):
    table = pd.read_csv(path).rename(columns={**COLUMNS, "Exited": TARGET})[FIELDS + [TARGET]]
    return table.astype({name: "object" for name in CATEGORIES})


def as_read(customers):
    """Whole numbers as integers, amounts as doubles, categories as strings."""
    return customers.head(TRAINING_ROWS)


def as_doubles(customers):
    return as_read(customers).astype({name: "float64" for name in NUMBERS})


def as_floats(customers):
    return as_read(customers).astype({name: "float32" for name in NUMBERS})


def as_categories(customers):
    return as_doubles(customers).astype({name: "category" for name in CATEGORIES})


def with_gaps(customers, fields=FIELDS):
    """One value in twelve is missing, the same ones every time."""
    table = as_doubles(customers).copy()
    random = np.random.default_rng(SEED)
    for field in fields:
        table.loc[random.random(len(table)) < 1 / 12, field] = None if field in CATEGORIES else np.nan
    return table


def with_gaps_as_categories(customers):
    return with_gaps(customers).astype({name: "category" for name in CATEGORIES})
