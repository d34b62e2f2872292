/** MLflow as a view of the model registry: what stands in PostgreSQL is brought there, now or when MLflow is back. */
@NullMarked
package io.churnwatch.training.mlflow;

import org.jspecify.annotations.NullMarked;
