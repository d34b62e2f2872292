package io.churnwatch.api;

import io.churnwatch.api.auth.Role;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.ServiceFolder;
import io.churnwatch.model.MlflowPages;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** The API as one test class sees it: on real services, with a schema of its own and a user for each role. */
public final class TestApi implements BeforeAllCallback, AfterAllCallback {
    public static final String PASSWORD = "correct horse battery";

    /** Nobody is there: it is only linked to. */
    public static final String MLFLOW = "https://mlflow.bank.example";

    private static final int RESCORES_PER_SECOND = 1_000;

    private static final String HASH = "{pbkdf2@SpringSecurity_v5_8}"
            + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final Path folder;
    private final ApiConfig config;
    private @Nullable EmbeddedServer server;

    public TestApi() {
        this(TestServices.KAFKA.bootstrapServers(), URI.create(TestServices.REDIS.url()));
    }

    /** With another Kafka or Redis, which may be away. */
    public TestApi(String kafka, URI redis) {
        this(TestServices.emptySchema(), TestServices.POSTGRES.password(), kafka, redis);
    }

    /** With another PostgreSQL. */
    TestApi(PostgresServer postgres) {
        this(
                postgres.url(),
                postgres.password(),
                TestServices.KAFKA.bootstrapServers(),
                URI.create(TestServices.REDIS.url()));
    }

    private TestApi(String databaseUrl, String databasePassword, String kafka, URI redis) {
        try {
            folder = Files.createTempDirectory("churnwatch-api-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config = new ApiConfig(
                "127.0.0.1",
                0,
                databaseUrl,
                PostgresServer.USER,
                databasePassword,
                kafka,
                redis,
                "a secret of at least 32 characters",
                folder.resolve("admin-password.txt"),
                folder.resolve("out"),
                false,
                new MlflowPages(MLFLOW),
                RESCORES_PER_SECOND);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        startWithUsers();
    }

    void startWithUsers() {
        start();
        for (Role role : Role.values()) {
            sql(
                    "INSERT INTO app_user (username, password_hash, role, must_change_password) VALUES (?, ?, ?, FALSE)",
                    userOf(role),
                    HASH,
                    role.name());
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        stop();
        ServiceFolder.delete(folder);
    }

    public void start() {
        ApplicationContext context =
                Application.configure(ApplicationContext.builder(), config).start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    public void stop() {
        running().close();
    }

    private EmbeddedServer running() {
        return Objects.requireNonNull(server, "The API is not started");
    }

    public ApiConfig config() {
        return config;
    }

    public static String userOf(Role role) {
        return "the-" + role.name().toLowerCase(Locale.ROOT);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(config.databaseUrl(), config.databaseUser(), config.databasePassword());
    }

    public int sql(String sql, @Nullable Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    public Object sqlValue(String sql) {
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getObject(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer get(Role role, String path) {
        return send(request(path).header("Authorization", "Bearer " + token(role)));
    }

    public Answer post(Role role, String path, String json) {
        return send(withBody(path, "POST", json).header("Authorization", "Bearer " + token(role)));
    }

    /** With a precondition. */
    public Answer postIf(Role role, String path, String tag, String json) {
        return send(
                withBody(path, "POST", json).header("If-Match", tag).header("Authorization", "Bearer " + token(role)));
    }

    public Answer patch(Role role, String path, String json) {
        return send(withBody(path, "PATCH", json).header("Authorization", "Bearer " + token(role)));
    }

    public Answer delete(Role role, String path) {
        return send(request(path).DELETE().header("Authorization", "Bearer " + token(role)));
    }

    public Answer login(String username, String password) {
        return send(withBody(
                "/api/auth/login/", "POST", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running().getPort() + path))
                .header("X-Requested-With", "churnwatch");
    }

    public HttpRequest.Builder withBody(String path, String method, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), this);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(byte[] text) {
        try {
            return running().getApplicationContext().getBean(JsonMapper.class).readValue(text, JsonNode.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(Role role) {
        return tokens.computeIfAbsent(
                role, r -> login(userOf(r), PASSWORD).json().get("access_token").getStringValue());
    }
}
