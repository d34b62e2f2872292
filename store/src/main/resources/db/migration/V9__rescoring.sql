-- Each promotion of a champion has every customer scored again, in passes over customer_risk: the first takes all, a later
-- one those whose latest score is still by another model. One row per promotion; its cursor outlives a crash.
CREATE TABLE rescore_run (
    promotion_id     BIGINT PRIMARY KEY REFERENCES model_promotion,
    customers        BIGINT NOT NULL,                    -- how many had a score when it began
    pass             INTEGER NOT NULL DEFAULT 1,
    last_customer_id INTEGER NOT NULL DEFAULT 0,         -- all up to here were sent a RESCORE in this pass
    sent             BIGINT NOT NULL DEFAULT 0,          -- in all passes
    advanced_at      TIMESTAMPTZ NOT NULL DEFAULT now(), -- when the cursor last moved; the rate counts from there
    sent_at          TIMESTAMPTZ,                        -- when this pass came to its end
    remaining        BIGINT,                             -- whose latest score is by another model, as last counted
    remaining_since  TIMESTAMPTZ,                        -- since when it is that number
    remaining_before BIGINT NOT NULL,                    -- what it was when this pass began
    started_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    superseded_at    TIMESTAMPTZ,                        -- when a later promotion took over
    finished_at      TIMESTAMPTZ                         -- when no latest score was by another model any more
);

-- When the broker logged the message, by its own clock: the clock of every rule.
ALTER TABLE outbox ADD COLUMN logged_at TIMESTAMPTZ;

-- The announcements of versions, found by their event id among millions of updates.
CREATE INDEX outbox_control ON outbox (event_id) WHERE topic = 'churnwatch.control';
