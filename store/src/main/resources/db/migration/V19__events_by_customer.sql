-- A feed may number the events of each customer on its own, and the job knows repeats by customer.
ALTER TABLE churn_risk_history
    ADD CONSTRAINT churn_risk_history_event UNIQUE (event_id, customer_id),
    DROP CONSTRAINT churn_risk_history_event_id_key;
