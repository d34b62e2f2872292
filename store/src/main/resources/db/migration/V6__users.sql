CREATE TABLE app_user (
    id                   BIGSERIAL PRIMARY KEY,
    username             VARCHAR(100) NOT NULL UNIQUE CHECK (username = lower(username)),
    password_hash        VARCHAR(200) NOT NULL,
    role                 VARCHAR(10) NOT NULL CHECK (role IN ('VIEWER', 'ANALYST', 'ADMIN')),
    must_change_password BOOLEAN NOT NULL DEFAULT TRUE,
    created_at           TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- A family is one login; a token of it that is used twice revokes the family.
CREATE TABLE refresh_token (
    token_hash  CHAR(64) PRIMARY KEY,
    family_id   UUID NOT NULL,
    user_id     BIGINT NOT NULL REFERENCES app_user ON DELETE CASCADE,
    issued_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    expires_at  TIMESTAMPTZ NOT NULL,
    used_at     TIMESTAMPTZ,
    revoked_at  TIMESTAMPTZ
);

CREATE INDEX refresh_token_family ON refresh_token (family_id);
