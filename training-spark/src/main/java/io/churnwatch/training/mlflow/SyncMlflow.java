package io.churnwatch.training.mlflow;

import io.churnwatch.training.Database;
import io.churnwatch.training.TrainingFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
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
    public Integer call() throws SQLException {
        try (TrackingServer server = TrackingServer.of(System.getenv())
                        .orElseThrow(() -> new TrainingFailedException("MLFLOW_TRACKING_URI names no MLflow."));
                Connection connection = Database.of(System.getenv()).connect()) {
            List<String> brought = new MlflowSync(server).run(connection);
            System.err.println(
                    brought.isEmpty() ? "MLflow has all models." : "Brought to MLflow: " + String.join(", ", brought));
            System.err.println(server.uri());
            return CommandLine.ExitCode.OK;
        } catch (MlflowClientException | TrainingFailedException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
