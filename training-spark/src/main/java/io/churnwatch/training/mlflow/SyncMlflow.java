package io.churnwatch.training.mlflow;

import io.churnwatch.training.support.TrainingDatabase;
import io.churnwatch.training.support.TrainingFailedException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.mlflow.tracking.MlflowClientException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Brings to MLflow what it missed while it was away. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Brings the models that MLflow does not have to it, and its aliases to where the roles are.")
public final class SyncMlflow implements Callable<Integer> {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SyncMlflow()).execute(arguments));
    }

    @Override
    public Integer call() {
        try (TrackingServer server = TrackingServer.of(System.getenv())
                        .orElseThrow(() -> new TrainingFailedException("MLFLOW_TRACKING_URI names no MLflow."));
                Handle handle = TrainingDatabase.of(System.getenv()).open()) {
            List<String> brought = new MlflowSync(server).run(handle);
            System.err.println(
                    brought.isEmpty() ? "MLflow has all models." : "Brought to MLflow: " + String.join(", ", brought));
            System.err.println(server.uri());
            return CommandLine.ExitCode.OK;
        } catch (JdbiException e) {
            return failed(TrainingDatabase.explain(e));
        } catch (MlflowClientException | TrainingFailedException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static int failed(String message) {
        System.err.println(message);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
