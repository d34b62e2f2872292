"""The columns of a customer file, under one name each whatever the file calls them."""

import re

import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

CATEGORIES = ["geography", "gender"]
NUMBERS = ["credit_score", "age", "tenure", "balance", "num_of_products", "has_cr_card", "is_active_member", "estimated_salary"]


def read_customers(file):
    customers = pd.read_csv(file)
    customers.columns = [re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in customers.columns]
    return customers


def with_columns(model):
    """The model behind what it needs of columns: numbers without gaps, a column for each category."""
    columns = ColumnTransformer(
        [
            ("categories", OneHotEncoder(handle_unknown="ignore"), CATEGORIES),
            ("numbers", SimpleImputer(strategy="median"), NUMBERS),
        ]
    )
    return Pipeline([("columns", columns), ("model", model)])
