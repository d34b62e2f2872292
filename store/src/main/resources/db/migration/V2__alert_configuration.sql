-- Append-only: a change is a new row, the row in force at a time is the latest whose effective_at is not after it, and
-- its id is the config version that every score and alert names.
CREATE TABLE alert_configuration (
    id                      BIGSERIAL PRIMARY KEY,
    webhook_url             VARCHAR(500),
    is_enabled              BOOLEAN NOT NULL DEFAULT TRUE,
    high_risk_threshold     FLOAT NOT NULL DEFAULT 0.7 CHECK (high_risk_threshold BETWEEN 0 AND 1),
    risk_increase_threshold FLOAT NOT NULL DEFAULT 20.0 CHECK (risk_increase_threshold >= 0),
    increase_unit           VARCHAR(10) NOT NULL DEFAULT 'RELATIVE' CHECK (increase_unit IN ('RELATIVE', 'POINTS')),
    min_probability         FLOAT NOT NULL DEFAULT 0.2 CHECK (min_probability BETWEEN 0 AND 1),
    hysteresis              FLOAT NOT NULL DEFAULT 0.05 CHECK (hysteresis BETWEEN 0 AND 1),
    cooldown                INTERVAL NOT NULL DEFAULT '24 hours' CHECK (cooldown >= '0 seconds'),
    effective_at            TIMESTAMPTZ NOT NULL,
    updated_by              VARCHAR(100) NOT NULL,
    created_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at              TIMESTAMPTZ NOT NULL DEFAULT now()
);

INSERT INTO alert_configuration (effective_at, updated_by) VALUES ('epoch', 'churnwatch');
