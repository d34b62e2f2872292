package io.churnwatch.training.worker;

import io.churnwatch.store.Database;
import io.churnwatch.training.mlflow.MlflowSync;
import io.churnwatch.training.mlflow.TrackingServer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.mlflow.tracking.MlflowClientException;

/** Copies the registry to MLflow while the worker runs, in a thread of its own. MLflow may be away for any time. */
final class MlflowFollower {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Database database;
    private final TrackingServer server;
    private final MlflowSync sync;
    private final WorkerLog log;
    private boolean away;

    MlflowFollower(Database database, TrackingServer server, WorkerLog log) {
        this.database = database;
        this.server = server;
        this.sync = new MlflowSync(server);
        this.log = log;
    }

    void start() {
        Thread thread = new Thread(this::follow, "mlflow");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Handle handle = database.open()) {
                followOn(handle);
            } catch (MlflowClientException e) {
                logOnce(e);
            } catch (JdbiException ignored) {
                // The worker itself logs that the database is away.
            }
            LockSupport.parkNanos(RETRY.toNanos());
        }
    }

    private void followOn(Handle handle) {
        while (!Thread.currentThread().isInterrupted()) {
            for (String version : sync.run(handle)) {
                log.info("brought " + version + " to MLflow at " + server.uri());
            }
            away = false;
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    private void logOnce(MlflowClientException failure) {
        if (!away) {
            log.info(failure.getMessage() + ". Models are copied to it once it is back.");
        }
        away = true;
    }
}
