-- What a model was trained on, and what it said of customers that it had not seen: by field the bins and how many customers
-- were in each. Written with the version; models from before this table have none.
CREATE TABLE model_baseline (
    model_version VARCHAR(60) PRIMARY KEY REFERENCES model_version ON DELETE CASCADE,
    fields        JSONB NOT NULL CHECK (jsonb_typeof(fields) = 'array')
);

-- Each look at how far the champion's live customers are from its baseline.
CREATE TABLE drift_report (
    id            BIGSERIAL PRIMARY KEY,
    checked_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    model_version VARCHAR(60) NOT NULL REFERENCES model_version ON DELETE CASCADE,
    window_from   TIMESTAMPTZ NOT NULL, -- log time
    window_to     TIMESTAMPTZ NOT NULL,
    events        BIGINT NOT NULL, -- scored by the champion in the window
    customers     BIGINT NOT NULL, -- of those events; the newest of each is looked at
    verdict       VARCHAR(10) NOT NULL CHECK (verdict IN ('TOO_FEW', 'STABLE', 'MOVING', 'DRIFTED')), -- the worst of its fields
    training_job  BIGINT REFERENCES training_job ON DELETE SET NULL, -- that it had filed
    decision      TEXT NOT NULL -- what was done about it, and why not more
);

CREATE INDEX drift_report_checked ON drift_report (checked_at DESC);

CREATE TABLE drift_field (
    report_id             BIGINT NOT NULL REFERENCES drift_report ON DELETE CASCADE,
    field                 VARCHAR(200) NOT NULL, -- a feature of the model; churn_probability is the score
    psi                   FLOAT NOT NULL CHECK (psi >= 0),
    ks                    FLOAT NOT NULL CHECK (ks BETWEEN 0 AND 1),
    p_value               FLOAT NOT NULL CHECK (p_value BETWEEN 0 AND 1),
    missing_rate          FLOAT NOT NULL,
    baseline_missing_rate FLOAT NOT NULL,
    unseen_rate           FLOAT NOT NULL, -- an unknown category, a number outside of all that the training saw
    baseline_unseen_rate  FLOAT NOT NULL,
    verdict               VARCHAR(10) NOT NULL CHECK (verdict IN ('TOO_FEW', 'STABLE', 'MOVING', 'DRIFTED')),
    PRIMARY KEY (report_id, field)
);

-- The challenger beside the champion, on the same events.
CREATE TABLE challenger_comparison (
    report_id          BIGINT PRIMARY KEY REFERENCES drift_report ON DELETE CASCADE,
    challenger_version VARCHAR(60) NOT NULL,
    events             BIGINT NOT NULL,
    customers          BIGINT NOT NULL,
    agreement          FLOAT NOT NULL, -- share of the customers whom both put into the same risk band
    moved_up           BIGINT NOT NULL, -- customers whom the challenger puts into a higher band
    moved_down         BIGINT NOT NULL,
    mean_difference    FLOAT NOT NULL, -- challenger - champion, in probability
    champion_alerts    BIGINT NOT NULL, -- what the alert rules make of each model's scores, from the same start
    challenger_alerts  BIGINT NOT NULL
);

CREATE TABLE band_change (
    report_id       BIGINT NOT NULL REFERENCES challenger_comparison ON DELETE CASCADE,
    champion_band   VARCHAR(10) NOT NULL,
    challenger_band VARCHAR(10) NOT NULL,
    customers       BIGINT NOT NULL,
    PRIMARY KEY (report_id, champion_band, challenger_band)
);

-- Up to which tick of a schedule trainings were filed, by its cron expression.
CREATE TABLE training_schedule (
    cron      VARCHAR(100) PRIMARY KEY,
    last_tick TIMESTAMPTZ NOT NULL
);

-- A window is read by log time, which rises with the place of a row: this index is a few pages, whatever the history's size.
CREATE INDEX churn_risk_history_logged ON churn_risk_history USING brin (logged_at);
