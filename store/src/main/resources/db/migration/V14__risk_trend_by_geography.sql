-- The row that held in a geography at some minute: its newest one up to then.
CREATE INDEX risk_trend_geography ON risk_trend (geography, minute DESC);

COMMENT ON TABLE risk_trend IS
    'A row holds until the next one of its geography. Old ones may be deleted at any time, but for the newest of each geography.';
