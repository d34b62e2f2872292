-- How good past scores and alerts turned out to be, at each look: of a window that is a horizon old, so that of all in it is
-- known whether the customer left. One row for each model that scored then, and for the champion of the look.
CREATE TABLE realised_quality (
    report_id        BIGINT NOT NULL REFERENCES drift_report ON DELETE CASCADE, -- with the time of the look
    model_version    VARCHAR(60) NOT NULL,
    window_from      TIMESTAMPTZ NOT NULL, -- of the scores and alerts (log time), and of the exits
    window_to        TIMESTAMPTZ NOT NULL,
    horizon_days     INTEGER NOT NULL CHECK (horizon_days > 0), -- within which an exit counts
    customers        BIGINT NOT NULL, -- scored in the window; the newest score of each is judged
    exited           BIGINT NOT NULL, -- of these, within the horizon
    immature         BIGINT NOT NULL, -- scores since the window, which cannot be judged yet
    roc_auc          FLOAT CHECK (roc_auc BETWEEN 0 AND 1),
    brier            FLOAT CHECK (brier BETWEEN 0 AND 1),
    too_few          TEXT, -- why there is no roc_auc and no brier
    hits             BIGINT NOT NULL, -- alerts of the window, as the report on outcomes judges them
    false_alarms     BIGINT NOT NULL,
    alert_precision  FLOAT, -- null without alerts
    exits            BIGINT NOT NULL, -- exits of the window, likewise
    foreseen         BIGINT NOT NULL,
    alert_recall     FLOAT, -- null without exits
    lead_days_median FLOAT, -- null without foreseen exits
    PRIMARY KEY (report_id, model_version),
    CHECK ((too_few IS NULL) = (roc_auc IS NOT NULL)),
    CHECK ((too_few IS NULL) = (brier IS NOT NULL))
);
