-- The trainings that were asked for. A worker claims a row and holds it for as long as it renews heartbeat_at; a row whose
-- worker died is claimed again. attempts numbers the claims: who holds an older one may not write any more.
CREATE TABLE training_job (
    id            BIGSERIAL PRIMARY KEY,
    parameters    JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(parameters) = 'object'),
    cause         VARCHAR(10) NOT NULL CHECK (cause IN ('PERSON', 'SCHEDULE', 'DRIFT')),
    requested_by  VARCHAR(100) NOT NULL,
    requested_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    state         VARCHAR(10) NOT NULL DEFAULT 'QUEUED'
                  CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    not_before    TIMESTAMPTZ NOT NULL DEFAULT now(), -- a failed attempt is repeated after a pause
    percent       INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    step          TEXT NOT NULL DEFAULT 'waits for the worker',
    attempts      INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0, -- of the attempts, those that failed or whose worker died
    heartbeat_at  TIMESTAMPTZ,
    started_at    TIMESTAMPTZ, -- of the first attempt, also when a worker died since: it names the model
    finished_at   TIMESTAMPTZ,
    cancelled_by  VARCHAR(100), -- who wants it to end; a running one does so at its next step
    log           TEXT NOT NULL DEFAULT '',
    error         TEXT, -- why the last attempt failed
    model_version VARCHAR(60) UNIQUE REFERENCES model_version
);

-- Of trainings with the same parameters, one at a time is enough.
CREATE UNIQUE INDEX training_job_open ON training_job (parameters) WHERE state IN ('QUEUED', 'RUNNING');

-- What people look at: charts, the model card.
CREATE TABLE model_artifact (
    model_version VARCHAR(60) NOT NULL REFERENCES model_version ON DELETE CASCADE,
    name          VARCHAR(200) NOT NULL,
    content       BYTEA NOT NULL,
    PRIMARY KEY (model_version, name)
);

ALTER TABLE model_version
    ADD COLUMN lineage          JSONB NOT NULL DEFAULT '{}', -- with which versions of what it was made
    ADD COLUMN rejected_by      VARCHAR(100),
    ADD COLUMN rejected_at      TIMESTAMPTZ,
    ADD COLUMN rejection_reason TEXT;

-- A champion must have measured at least this much on held-out customers.
CREATE TABLE promotion_gate (
    metric  VARCHAR(60) PRIMARY KEY, -- a member of model_version.metrics -> 'held_out'
    minimum FLOAT NOT NULL,
    set_by  VARCHAR(100) NOT NULL,
    set_at  TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Who has which role now. When none of the challengers scores in shadow, the newest of them is meant.
CREATE VIEW model_role AS
WITH pointer AS (
    SELECT DISTINCT ON (role) role, to_version, effective_at FROM model_promotion
    WHERE effective_at <= now() ORDER BY role, effective_at DESC, id DESC)
SELECT role::text AS role, to_version AS model_version, effective_at AS since FROM pointer WHERE role = 'CHAMPION'
UNION ALL
(SELECT 'CHALLENGER', m.model_version, p.effective_at
 FROM model_version m LEFT JOIN pointer p ON p.role = 'CHALLENGER' AND p.to_version = m.model_version
 WHERE m.stage = 'CHALLENGER'
 ORDER BY p.to_version IS NULL, m.trained_at DESC, m.model_version DESC LIMIT 1);
