package io.churnwatch.api;

import static io.churnwatch.settings.SettingType.FLAG;
import static io.churnwatch.settings.SettingType.PATH;
import static io.churnwatch.settings.SettingType.PORT;
import static io.churnwatch.settings.SettingType.SECRET;
import static io.churnwatch.settings.SettingType.TEXT;
import static io.churnwatch.settings.SettingType.url;
import static io.churnwatch.settings.SettingType.wholeNumber;

import io.churnwatch.model.MlflowPages;
import io.churnwatch.settings.DatabaseSettings;
import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.settings.KafkaSettings;
import io.churnwatch.settings.SettingType;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/** The settings of the API. */
public record ApiConfig(
        String host,
        int port,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String kafka,
        URI redisUrl,
        String jwtSecret,
        Path adminPasswordFile,
        Path webDir,
        boolean cookieSecure,
        MlflowPages mlflow,
        int rescoresPerSecond) {

    private static final SettingType<URI> REDIS = url("redis", "rediss");
    private static final SettingType<Integer> RESCORES = wholeNumber(1, 100_000);

    /** HS256 requires a key as long as its hash. */
    private static final SettingType<String> JWT_SECRET =
            SECRET.and("of at least 32 characters", secret -> secret.length() >= 32);

    /**
     * Reads the environment variables {@code CHURNWATCH_…}.
     *
     * @throws InvalidSettingsException listing every problem
     */
    static ApiConfig fromEnvironment(Map<String, String> variables) {
        return Settings.read("The API", variables, ApiConfig::of);
    }

    static ApiConfig of(Settings settings) {
        String kafka = KafkaSettings.bootstrapServers(settings);
        DatabaseSettings database = DatabaseSettings.of(settings);
        String host = settings.orElse("CHURNWATCH_API_HOST", "127.0.0.1", TEXT, "the address to listen on");
        return new ApiConfig(
                host,
                settings.orElse("CHURNWATCH_API_PORT", "8080", PORT, "its port; 0 is any free one"),
                database.url(),
                database.user(),
                database.password(),
                kafka,
                settings.required(
                        "CHURNWATCH_REDIS_URL", "redis://127.0.0.1:6379", REDIS, "throttles password guessing"),
                settings.required(
                        "CHURNWATCH_JWT_SECRET",
                        "the output of openssl rand -base64 32",
                        JWT_SECRET,
                        "signs access tokens, the same in every instance"),
                settings.required(
                        "CHURNWATCH_ADMIN_PASSWORD_FILE",
                        "/run/admin-password",
                        PATH,
                        "receives the first admin's password"),
                settings.required("CHURNWATCH_WEB_DIR", "web/out", PATH, "the exported pages; it may be missing"),
                settings.optional(
                                "CHURNWATCH_COOKIE_SECURE",
                                "`false` on loopback, else `true`",
                                FLAG,
                                "the refresh cookie needs https")
                        .orElseGet(() -> !isLoopback(host)),
                MlflowPages.of(settings).orElse(MlflowPages.UNKNOWN),
                settings.orElse(
                        "CHURNWATCH_RESCORES_PER_SECOND", "500", RESCORES, "customers a second, after a promotion"));
    }

    public Database database(ConnectionLimits limits) {
        return new Database(databaseUrl, databaseUser, databasePassword, limits);
    }

    /** Some browsers drop a Secure cookie on plain http even from the same machine. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the secrets, so that a log line cannot give them away. */
    @Override
    public String toString() {
        return "ApiConfig[" + host + ":" + port + ", kafka " + kafka + "]";
    }
}
