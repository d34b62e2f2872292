-- Which score brought the newest value of a profile: a batch that comes again, or late, does not write over a newer one. Null
-- until the job writes.
ALTER TABLE customer_churn ADD COLUMN profile_sequence BIGINT;

-- When the job said that it does not take the champion: nobody is asked for under it any more.
ALTER TABLE rescore_run ADD COLUMN refused_at TIMESTAMPTZ;
