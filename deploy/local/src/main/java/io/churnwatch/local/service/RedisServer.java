package io.churnwatch.local.service;

import io.churnwatch.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.FilesUncheck;

/**
 * A server that speaks Redis's protocol, asks for a password, and writes its data to its folder now and then and when it is
 * stopped.
 */
public final class RedisServer extends Service {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final int ANSWER_TIMEOUT_MILLIS = 1000;
    private static final int DIGEST_DIGITS = 8;

    private final String password;

    private RedisServer(ServiceFolder folder, int port, String password, ChildProcess process) {
        super(folder, port, process);
        this.password = password;
    }

    /** Starts a server on new or existing data, and returns once it answers. */
    public static RedisServer start(ServiceFolder folder, int port) {
        String password = Secrets.at(passwordFile(folder));
        Path program = RedisProgram.find(folder);
        Path configuration = configuration(folder, program, port, password);
        ChildProcess process = ChildProcess.start(
                folder.command("Redis", List.of(program.toString(), configuration.toString()), StopSignal.TERMINATE));
        RedisServer server = new RedisServer(folder, port, password, process);
        process.awaitReady(server::answers, START_TIMEOUT);
        return server;
    }

    /** Starts an empty server on a free port. Its data is deleted when it is closed. */
    public static RedisServer temporary() {
        return start(ServiceFolder.temporary("redis"), Ports.free());
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

    /** The environment variables that name a server on that port, whether it runs yet or not. */
    public static Map<String, String> environment(ServiceFolder folder, int port) {
        return Map.of("CHURNWATCH_REDIS_URL", url(Secrets.at(passwordFile(folder)), port));
    }

    private static String url(String password, int port) {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    private static Path passwordFile(ServiceFolder folder) {
        return folder.resolve("password");
    }

    /** A file and not arguments, which every user of the machine could read in the list of processes. */
    private static Path configuration(ServiceFolder folder, Path program, int port, String password) {
        Path data = FilesUncheck.createDirectories(folder.resolve("data"));
        Path file = folder.resolve("redis.conf");
        Secrets.write(file, """
                bind 127.0.0.1
                port %s
                requirepass %s
                dir "%s"
                dbfilename %s
                save 60 1
                maxmemory 128mb
                maxmemory-policy volatile-lru
                """.formatted(port, password, data, dataFile(program)));
        return file;
    }

    /** Each program has a file of its own: an older one cannot read a newer one's, and only a cache is lost. */
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

    /** Sends one inline command on a new connection, and returns the first line of the answer. */
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
