-- What became of customers: the truth that past alerts are judged by. A customer's outcome at a time is one row, whoever
-- tells it and however often.
CREATE TABLE churn_outcome (
    customer_id INTEGER NOT NULL REFERENCES customer_churn ON DELETE CASCADE,
    occurred_at TIMESTAMPTZ NOT NULL, -- of the exit, or the end of the time that the customer stayed for
    outcome     VARCHAR(10) NOT NULL CHECK (outcome IN ('EXITED', 'STAYED')),
    source      VARCHAR(10) NOT NULL CHECK (source IN ('FEED', 'CSV', 'API')),
    recorded_by VARCHAR(100), -- null for the feed, whose rows a replay writes again
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (customer_id, occurred_at),
    CHECK ((source = 'FEED') = (recorded_by IS NULL)),
    CHECK (source <> 'FEED' OR outcome = 'EXITED')
);
