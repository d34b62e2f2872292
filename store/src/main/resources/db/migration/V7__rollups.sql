-- Sums that the job keeps in its state and writes as absolute values: a replay writes over them and never adds to them.
-- A geography of null is that of the customers without one. Rows are never deleted by the job; one of 0 customers is empty.

-- The customers as they are now, by geography and by bin of 0.05 of their probability (a bin holds its lower edge).
CREATE TABLE risk_distribution (
    geography        VARCHAR(50),
    bin              INTEGER NOT NULL CHECK (bin BETWEEN 0 AND 19),
    customers        BIGINT NOT NULL,
    exited           BIGINT NOT NULL,         -- of the customers, those known to have left
    high_risk        BIGINT NOT NULL,         -- of the customers, those above the threshold that judged their last score
    mean_probability FLOAT,                   -- null without customers
    value_at_risk    DECIMAL(20, 2) NOT NULL, -- of the customers who have not left, each in whole cents
    UNIQUE NULLS NOT DISTINCT (geography, bin)
);

-- The customers of a geography as they were at the end of a minute of log time; of the running minute, as they are so far.
-- A minute in which nothing changed has no row: the one before it holds. Old minutes may be deleted at any time.
CREATE TABLE risk_trend (
    minute           TIMESTAMPTZ NOT NULL,
    geography        VARCHAR(50),
    customers        BIGINT NOT NULL,
    mean_probability FLOAT,
    high_risk        BIGINT NOT NULL,
    value_at_risk    DECIMAL(20, 2) NOT NULL,
    UNIQUE NULLS NOT DISTINCT (minute, geography)
);

-- The alerts raised in an hour of log time.
CREATE TABLE alert_count (
    hour       TIMESTAMPTZ NOT NULL,
    alert_type VARCHAR(20) NOT NULL,
    alerts     BIGINT NOT NULL,
    PRIMARY KEY (hour, alert_type)
);
