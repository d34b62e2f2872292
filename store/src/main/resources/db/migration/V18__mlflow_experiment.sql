-- MLflow's pages name a run by its experiment too, and an experiment of the same name has another id on every server.
ALTER TABLE model_version ADD COLUMN mlflow_experiment_id VARCHAR(64);
