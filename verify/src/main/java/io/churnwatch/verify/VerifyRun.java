package io.churnwatch.verify;

import io.churnwatch.scoring.value.ValueAtRisk;
import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.settings.KafkaSettings;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * {@code ./churnwatch verify}: replays the feed independently of the job and compares every table with the result. Exit code 0 when
 * all rows agree, 1 when any differ, 2 when the settings are wrong.
 */
public final class VerifyRun {
    private static final int USAGE = 2;

    /** The services of the stack, and the one setting of the job that its rows depend on. */
    record Config(String kafka, Database database, ValueAtRisk valueAtRisk) {
        static Config of(Settings settings) {
            return new Config(
                    KafkaSettings.bootstrapServers(settings),
                    Database.of(settings, ConnectionLimits.VERIFY),
                    ValueAtRisk.of(settings));
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            System.exit(verify(Settings.read("verify", System.getenv(), Config::of)) == 0 ? 0 : 1);
        } catch (InvalidSettingsException e) {
            System.err.println("churnwatch: " + e.getMessage());
            System.exit(USAGE);
        }
    }

    /** Returns the number of differences. */
    private static int verify(Config config) throws Exception {
        try (Handle handle = config.database().open()) {
            Comparison comparison = new Verification(config.kafka(), handle, config.valueAtRisk()).run();
            System.out.println(comparison.report());
            return comparison.differences();
        }
    }

    private VerifyRun() {}
}
