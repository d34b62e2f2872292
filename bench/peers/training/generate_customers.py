"""Writes made-up customers in the shape of the public bank-churn table. The same seed makes the same customers."""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

FIRST_ID = 15_000_001


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    unfinished = options.out.with_suffix(".unfinished")
    customers(options.rows, np.random.default_rng(options.seed)).to_csv(unfinished, index=False)
    unfinished.rename(options.out)


def customers(count, random):
    table = pd.DataFrame(
        {
            "customer_id": FIRST_ID + np.arange(count),
            "credit_score": np.clip(random.normal(650, 97, count), 350, 850).round().astype(int),
            "geography": random.choice(["France", "Germany", "Spain"], count, p=[0.5, 0.25, 0.25]),
            "gender": random.choice(["Male", "Female"], count, p=[0.55, 0.45]),
            "age": np.clip(random.normal(39, 10.5, count), 18, 90).round().astype(int),
            "tenure": random.integers(0, 11, count),
            "balance": np.where(
                random.random(count) < 0.36, 0, np.clip(random.normal(120_000, 30_000, count), 0, 250_000).round(2)
            ),
            "num_of_products": random.choice([1, 2, 3, 4], count, p=[0.5, 0.46, 0.03, 0.01]),
            "has_cr_card": random.integers(0, 2, count),
            "is_active_member": random.integers(0, 2, count),
            "estimated_salary": (200_000 * random.random(count)).round(2),
        }
    )
    return table.assign(exited=(random.random(count) < chance_of_leaving(table)).astype(int))


def chance_of_leaving(table):
    """Older, German and inactive customers and those with one product leave more often, as in the public table."""
    leaning = -2.2 + 0.08 * (table.age - 40) - 1.0 * table.is_active_member + 0.9 * (table.geography == "Germany")
    leaning += 0.5 * (table.gender == "Female") + np.select([table.num_of_products == 2, table.num_of_products > 2], [-1.2, 2.5], 0.3)
    return 1 / (1 + np.exp(-leaning))


main()
