package io.churnwatch.api.auth;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts attempts in Redis, where all API instances see them; one round trip each. */
@Singleton
final class RateLimiter {
    private static final String SCRIPT = script();

    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;

    RateLimiter(RedisClient client) {
        this.client = client;
    }

    /**
     * Counts one attempt; returns zero when it may pass, else how long to wait.
     *
     * @param cost how long one attempt counts
     * @param burst attempts that may come at once
     * @throws RedisException when Redis is away
     */
    Duration attempt(String key, Duration cost, int burst) {
        String[] keys = {key};
        String[] arguments = {Long.toString(cost.toNanos() / 1000), Integer.toString(burst)};
        RedisCommands<String, String> redis = connect().sync();
        Long seconds;
        try {
            seconds = redis.evalsha(redis.digest(SCRIPT), ScriptOutputType.INTEGER, keys, arguments);
        } catch (RedisNoScriptException e) { // Redis has restarted, or this is the first attempt ever
            seconds = redis.eval(SCRIPT, ScriptOutputType.INTEGER, keys, arguments);
        }
        return Duration.ofSeconds(seconds);
    }

    void reset(String key) {
        connect().sync().del(key);
    }

    /** Connects late, so that the API starts while Redis is away; once connected, the client reconnects by itself. */
    private synchronized StatefulRedisConnection<String, String> connect() {
        if (connection == null) {
            connection = client.connect();
        }
        return connection;
    }

    private static String script() {
        try (InputStream lua = RateLimiter.class.getResourceAsStream("/redis/gcra.lua")) {
            return new String(Objects.requireNonNull(lua).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
