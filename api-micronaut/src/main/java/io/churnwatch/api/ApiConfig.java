package io.churnwatch.api;

import io.churnwatch.model.MlflowPages;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the API is told by its environment.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param databaseUrl a {@code jdbc:postgresql:} URL
 * @param kafka bootstrap servers
 * @param redisUrl a {@code redis:} URL
 * @param jwtSecret signs access tokens
 * @param adminPasswordFile where the first admin's one-time password is written
 * @param webDir the folder of the exported web pages; it may be missing
 * @param cookieSecure whether browsers may send the refresh cookie over https only
 * @param mlflow where browsers find MLflow's pages, if anywhere
 * @param rescoresPerSecond how many customers a second are scored again after a promotion
 */
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

    private static final int JWT_SECRET_LENGTH_MIN = 32; // HS256 wants a key as long as its hash
    private static final int PORT_MAX = 65_535;
    private static final int RESCORES_PER_SECOND_MAX = 100_000;

    /**
     * Reads the environment variables {@code CHURNWATCH_…}.
     *
     * @throws InvalidConfigException with everything that is wrong, not only the first
     */
    static ApiConfig fromEnvironment(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        String host = environment.text("CHURNWATCH_API_HOST", "127.0.0.1");
        ApiConfig config = new ApiConfig(
                host,
                environment.number("CHURNWATCH_API_PORT", 8080, 0, PORT_MAX),
                environment.startingWith("CHURNWATCH_DATABASE_URL", "jdbc:postgresql:"),
                environment.text("CHURNWATCH_DATABASE_USER"),
                environment.text("CHURNWATCH_DATABASE_PASSWORD"),
                environment.text("CHURNWATCH_KAFKA"),
                environment.uri("CHURNWATCH_REDIS_URL", "redis", "rediss"),
                environment.secret("CHURNWATCH_JWT_SECRET", JWT_SECRET_LENGTH_MIN),
                environment.path("CHURNWATCH_ADMIN_PASSWORD_FILE"),
                environment.path("CHURNWATCH_WEB_DIR"),
                environment.flag("CHURNWATCH_COOKIE_SECURE", !isLoopback(host)),
                new MlflowPages(environment.publicUrl(MlflowPages.VARIABLE, "http", "https")),
                environment.number("CHURNWATCH_RESCORES_PER_SECOND", 500, 1, RESCORES_PER_SECOND_MAX));
        environment.refuseProblems();
        return config;
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
