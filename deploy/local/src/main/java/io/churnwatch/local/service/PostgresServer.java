package io.churnwatch.local.service;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A PostgreSQL server that keeps what it has committed through a {@code kill -9}: fsync and synchronous_commit are on.
 * The role {@value #USER} (no superuser) owns the database {@value #DATABASE}.
 */
public final class PostgresServer extends Service {
    public static final String USER = "churnwatch";
    public static final String DATABASE = "churnwatch";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

    private static final Duration RETRY_INTERVAL = Duration.ofMillis(200);
    private static final String WORKERS_LEFT = "pre-existing shared memory block";

    private final String password;

    private PostgresServer(ServiceFolder folder, int port, ChildProcess process) {
        super(folder, port, process);
        this.password = Secrets.at(passwordFile(folder));
    }

    /** Starts a server on new or existing data, and returns once it answers. */
    public static PostgresServer start(ServiceFolder folder, int port) {
        PostgresCluster cluster = PostgresCluster.in(folder);
        List<String> commandLine = cluster.command("postgres", settings(cluster.data(), port));
        ChildProcess.Command command = folder.command("PostgreSQL", commandLine, StopSignal.INTERRUPT);
        command.stopLeftover();
        cluster.prepare(passwordFile(folder));
        return start(() -> new PostgresServer(folder, port, ChildProcess.start(command)));
    }

    /** Starts a server with an empty database on a free port. Its data is deleted when it is closed. */
    public static PostgresServer temporary() {
        return start(ServiceFolder.temporary("postgres"), Ports.free());
    }

    public String url() {
        return url(port());
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, password);
    }

    @Override
    public Map<String, String> environment() {
        return environment(folder(), port());
    }

    /** The environment variables that name a server on that port, whether it runs yet or not. */
    public static Map<String, String> environment(ServiceFolder folder, int port) {
        return Map.of(
                "CHURNWATCH_DATABASE_URL", url(port),
                "CHURNWATCH_DATABASE_USER", USER,
                "CHURNWATCH_DATABASE_PASSWORD", Secrets.at(passwordFile(folder)));
    }

    /** After a kill the workers of the dead server need a moment to notice it, and PostgreSQL waits for them. */
    private static PostgresServer start(Supplier<PostgresServer> starter) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (true) {
            PostgresServer server = starter.get();
            try {
                server.process().awaitReady(server::answers, START_TIMEOUT);
                return server;
            } catch (ServiceFailedException e) {
                if (!Objects.toString(e.getMessage()).contains(WORKERS_LEFT) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
            }
        }
    }

    private static List<String> settings(Path data, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        List.of(
                        "listen_addresses=127.0.0.1",
                        "port=" + port,
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=100",
                        "shared_buffers=128MB",
                        "max_wal_size=1GB",
                        "timezone=UTC",
                        "log_timezone=UTC",
                        "log_line_prefix=%m [%p] ")
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    private static Path passwordFile(ServiceFolder folder) {
        return folder.resolve("password");
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
