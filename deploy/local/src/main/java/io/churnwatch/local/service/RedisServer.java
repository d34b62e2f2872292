package io.churnwatch.local.service;

import io.churnwatch.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A server that speaks Redis's protocol, asks for a password, and writes its data to its folder now and then and when it is
 * stopped.
 */
public final class RedisServer extends Service {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final int ANSWER_TIMEOUT_MILLIS = 1000;
    private static final int DIGEST_DIGITS = 8;

    private final String password;

    private RedisServer(ServiceFolder folder, int port, boolean temporary, String password, ChildProcess process) {
        super(folder, port, temporary, process);
        this.password = password;
    }

    /** Starts a server on new or existing data, and returns once it answers. */
    public static RedisServer start(ServiceFolder folder, int port) {
        return start(folder, port, false);
    }

    /** An empty server on a free port, whose data are deleted when it is closed. */
    public static RedisServer temporary() {
        return start(ServiceFolder.temporary("redis"), Ports.free(), true);
    }

    public String password() {
        return password;
    }

    public String url() {
        return url(password, port());
    }

    @Override
    public Map<String, String> environment() {
        return environment(folder(), port());
    }

    /** The environment of a server that stands or will stand there. */
    public static Map<String, String> environment(ServiceFolder folder, int port) {
        return Map.of("CHURNWATCH_REDIS_URL", url(Secrets.at(passwordFile(folder)), port));
    }

    private static String url(String password, int port) {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    private static Path passwordFile(ServiceFolder folder) {
        return folder.resolve("password");
    }

    private static RedisServer start(ServiceFolder folder, int port, boolean temporary) {
        String password = Secrets.at(passwordFile(folder));
        try {
            Path program = RedisProgram.find(folder);
            ChildProcess process =
                    ChildProcess.start(command(folder, program, configuration(folder, program, port, password)));
            RedisServer server = new RedisServer(folder, port, temporary, password, process);
            process.awaitReady(server::answers, START_TIMEOUT);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChildProcess.Command command(ServiceFolder folder, Path program, Path configuration) {
        return new ChildProcess.Command(
                "Redis",
                List.of(program.toString(), configuration.toString()),
                Map.of(),
                folder.logFile(),
                folder.pidFile(),
                StopSignal.TERMINATE);
    }

    /** A file and not arguments, which every user of the machine could read in the list of processes. */
    private static Path configuration(ServiceFolder folder, Path program, int port, String password)
            throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path file = folder.resolve("redis.conf");
        Secrets.write(
                file,
                String.join(
                        "\n",
                        "bind 127.0.0.1",
                        "port " + port,
                        "requirepass " + password,
                        "dir \"" + data + "\"",
                        "dbfilename " + dataFile(program),
                        "save 60 1",
                        "maxmemory 128mb",
                        "maxmemory-policy volatile-lru",
                        ""));
        return file;
    }

    /** One for each program: an older one cannot read what a newer one wrote, and what is lost is a cache. */
    private static String dataFile(Path program) {
        return Sha256.hex(program.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_DIGITS) + ".rdb";
    }

    private boolean answers() {
        try {
            return send("AUTH " + password).equals("+OK");
        } catch (IOException e) {
            return false;
        }
    }

    /** One inline command on a connection of its own, and the first line of the answer. */
    String send(String command) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.loopback(), port()), ANSWER_TIMEOUT_MILLIS);
            socket.setSoTimeout(ANSWER_TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String answer = reader.readLine();
            return answer == null ? "" : answer;
        }
    }
}
