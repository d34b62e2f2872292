package io.churnwatch.training.monitor;

import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.support.TrainingDatabase;
import io.churnwatch.training.support.TrainingFailedException;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.JdbiException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Checks for drift now, without waiting for the worker. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Compares the champion's live customers with its training data, and stores a report.")
public final class CheckDrift implements Callable<Integer> {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CheckDrift()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try {
            DriftCheck check = Settings.read("The check", System.getenv(), CheckDrift::check);
            try (SparkSession spark = LocalSpark.start()) {
                DriftReport report = check.run(spark);
                System.err.println("Drift report " + report.id() + ": " + report.decision() + ".");
            }
            return CommandLine.ExitCode.OK;
        } catch (JdbiException e) {
            return failed(TrainingDatabase.explain(e));
        } catch (InvalidSettingsException | TrainingFailedException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static DriftCheck check(Settings settings) {
        return new DriftCheck(
                Database.of(settings, ConnectionLimits.WORKER), MonitoringConfig.of(settings), Clock.systemUTC());
    }

    private static int failed(String message) {
        System.err.println(message);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
