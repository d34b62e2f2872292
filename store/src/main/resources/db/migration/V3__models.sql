CREATE TABLE model_version (
    model_version      VARCHAR(60) PRIMARY KEY,
    algorithm          VARCHAR(40) NOT NULL,
    stage              VARCHAR(20) NOT NULL DEFAULT 'CHALLENGER'
                       CHECK (stage IN ('CHALLENGER', 'CHAMPION', 'RETIRED', 'REJECTED')),
    pmml_gzip          BYTEA NOT NULL,
    sha256             CHAR(64) NOT NULL UNIQUE, -- of the PMML before gzip
    metrics            JSONB NOT NULL,
    features           JSONB NOT NULL,           -- the schema: input fields with their kinds and values
    training_rows      INTEGER NOT NULL,
    training_data_hash CHAR(64) NOT NULL,
    mlflow_run_id      VARCHAR(64),
    trained_at         TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Append-only: which model had which role when. The pointer in force at a time is the latest of its role whose
-- effective_at is not after it.
CREATE TABLE model_promotion (
    id           BIGSERIAL PRIMARY KEY,
    role         VARCHAR(20) NOT NULL CHECK (role IN ('CHAMPION', 'CHALLENGER')),
    from_version VARCHAR(60) REFERENCES model_version,
    to_version   VARCHAR(60) NOT NULL REFERENCES model_version,
    promoted_by  VARCHAR(100) NOT NULL,
    reason       TEXT NOT NULL,
    effective_at TIMESTAMPTZ NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
