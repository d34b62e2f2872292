/** Copies the model registry from PostgreSQL to MLflow, which is a view of it. */
@NullMarked
package io.churnwatch.training.mlflow;

import org.jspecify.annotations.NullMarked;
