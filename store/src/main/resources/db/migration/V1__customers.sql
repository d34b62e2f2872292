-- The original system's customers, with the bank's own features beside its columns.
CREATE TABLE customer_churn (
    customer_id      INTEGER PRIMARY KEY CHECK (customer_id > 0),
    row_number       INTEGER,
    surname          VARCHAR(50),
    credit_score     INTEGER,
    geography        VARCHAR(50),
    gender           VARCHAR(10),
    age              INTEGER,
    tenure           INTEGER,
    balance          DECIMAL(15, 2),
    num_of_products  INTEGER,
    has_cr_card      BOOLEAN DEFAULT FALSE,
    is_active_member BOOLEAN DEFAULT FALSE,
    estimated_salary DECIMAL(15, 2),
    exited           BOOLEAN DEFAULT FALSE,
    attributes       JSONB NOT NULL DEFAULT '{}'
);

CREATE INDEX customer_churn_geography ON customer_churn (geography, customer_id);
CREATE INDEX customer_churn_surname ON customer_churn (lower(surname) text_pattern_ops, customer_id);
