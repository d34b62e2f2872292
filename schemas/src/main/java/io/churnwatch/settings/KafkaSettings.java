package io.churnwatch.settings;

/** The Kafka that all programs share. */
public final class KafkaSettings {
    /** The bootstrap servers. */
    public static String bootstrapServers(Settings settings) {
        return settings.required("CHURNWATCH_KAFKA", "127.0.0.1:9092", SettingType.TEXT, "Kafka's bootstrap servers");
    }

    private KafkaSettings() {}
}
