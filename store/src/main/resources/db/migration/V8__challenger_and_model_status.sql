-- What the challenger said of the same event, in shadow.
ALTER TABLE churn_risk_history
    ADD COLUMN challenger_version     VARCHAR(60),
    ADD COLUMN challenger_probability FLOAT CHECK (challenger_probability BETWEEN 0 AND 1);

-- Whether the job could load a model: written by each task manager that tries, the last one stands.
CREATE TABLE model_status (
    model_version VARCHAR(60) PRIMARY KEY REFERENCES model_version ON DELETE CASCADE,
    state         VARCHAR(10) NOT NULL CHECK (state IN ('LOADED', 'REFUSED')),
    reason        TEXT NOT NULL DEFAULT '', -- why it is refused
    checked_at    TIMESTAMPTZ NOT NULL DEFAULT now()
);
