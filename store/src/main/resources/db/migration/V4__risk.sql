-- Everything here is a projection of churnwatch.customer-updates and can be rebuilt by replaying it.
CREATE TABLE churn_risk_history (
    id                   BIGSERIAL PRIMARY KEY,
    customer_id          INTEGER NOT NULL REFERENCES customer_churn ON DELETE CASCADE,
    "timestamp"          TIMESTAMPTZ NOT NULL DEFAULT now(), -- when the update occurred at the bank
    churn_probability    FLOAT NOT NULL CHECK (churn_probability BETWEEN 0 AND 1),
    previous_probability FLOAT,
    risk_change          FLOAT, -- percent of the previous probability
    is_high_risk         BOOLEAN NOT NULL DEFAULT FALSE,
    event_id             VARCHAR(100) NOT NULL UNIQUE,
    sequence             BIGINT NOT NULL CHECK (sequence > 0),
    logged_at            TIMESTAMPTZ NOT NULL,
    model_version        VARCHAR(60) NOT NULL,
    config_version       BIGINT NOT NULL,
    data_change          FLOAT,
    model_change         FLOAT,
    reasons              JSONB NOT NULL DEFAULT '[]',
    features             JSONB NOT NULL,
    cause                VARCHAR(20) NOT NULL CHECK (cause IN ('UPDATE', 'MODEL_CHANGE', 'IMPORT')),
    scored_at            TIMESTAMPTZ NOT NULL
);

CREATE INDEX churn_risk_history_customer ON churn_risk_history (customer_id, "timestamp" DESC);

-- The latest score of each customer.
CREATE TABLE customer_risk (
    customer_id          INTEGER PRIMARY KEY REFERENCES customer_churn ON DELETE CASCADE,
    event_id             VARCHAR(100) NOT NULL,
    sequence             BIGINT NOT NULL,
    probability          FLOAT NOT NULL,
    previous_probability FLOAT,
    change_points        FLOAT,
    change_percent       FLOAT,
    band                 VARCHAR(10) NOT NULL CHECK (band IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    trend                VARCHAR(10) NOT NULL CHECK (trend IN ('RISING', 'FALLING', 'STABLE')),
    reasons              JSONB NOT NULL DEFAULT '[]',
    value_at_risk        FLOAT,
    model_version        VARCHAR(60) NOT NULL,
    config_version       BIGINT NOT NULL,
    occurred_at          TIMESTAMPTZ NOT NULL,
    scored_at            TIMESTAMPTZ NOT NULL
);

CREATE INDEX customer_risk_probability ON customer_risk (probability DESC, customer_id);

CREATE TABLE alert_history (
    id              BIGSERIAL PRIMARY KEY,
    customer_id     INTEGER REFERENCES customer_churn ON DELETE SET NULL, -- the audit row outlives an erased customer
    alert_type      VARCHAR(20) NOT NULL CHECK (alert_type IN ('HIGH_RISK', 'RISK_INCREASE', 'SUMMARY')),
    message         JSONB NOT NULL,
    sent_at         TIMESTAMPTZ, -- null until it was sent
    was_sent        BOOLEAN NOT NULL DEFAULT FALSE,
    error_message   TEXT,
    alert_id        UUID NOT NULL UNIQUE,
    status          VARCHAR(10) NOT NULL DEFAULT 'PENDING'
                    CHECK (status IN ('PENDING', 'SENT', 'FAILED', 'UNKNOWN', 'SILENCED', 'DIGESTED')),
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMPTZ,
    raised_at       TIMESTAMPTZ NOT NULL, -- log time of the update that raised it
    event_id        VARCHAR(100),
    config_version  BIGINT,
    model_version   VARCHAR(60),
    acknowledged_by VARCHAR(100),
    acknowledged_at TIMESTAMPTZ,
    note            TEXT
);

CREATE INDEX alert_history_customer ON alert_history (customer_id, raised_at DESC);
CREATE INDEX alert_history_pending ON alert_history (next_attempt_at) WHERE status = 'PENDING';
