-- Banks have customer ids of ten digits and more. The largest is the largest integer that every JSON reader keeps exactly.
ALTER TABLE customer_churn
    ALTER COLUMN customer_id TYPE BIGINT,
    ADD CONSTRAINT customer_churn_id_is_exact_in_json CHECK (customer_id <= 9007199254740991);
ALTER TABLE churn_risk_history ALTER COLUMN customer_id TYPE BIGINT;
ALTER TABLE customer_risk ALTER COLUMN customer_id TYPE BIGINT;
ALTER TABLE alert_history ALTER COLUMN customer_id TYPE BIGINT;
ALTER TABLE churn_outcome ALTER COLUMN customer_id TYPE BIGINT;
ALTER TABLE rescore_run ALTER COLUMN last_customer_id TYPE BIGINT;
