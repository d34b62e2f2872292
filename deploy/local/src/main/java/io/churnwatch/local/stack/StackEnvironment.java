package io.churnwatch.local.stack;

import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.RedisServer;
import io.churnwatch.local.stack.StackPorts.Listener;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The environment variables that name this stack's database, broker and cache. */
public record StackEnvironment(Map<String, String> variables) {
    public StackEnvironment {
        variables = Map.copyOf(variables);
    }

    public static StackEnvironment of(StackHome home, StackPorts ports) {
        Map<String, String> variables = new HashMap<>();
        variables.putAll(PostgresServer.environment(home.service("postgres"), ports.of(Listener.POSTGRES)));
        variables.putAll(RedisServer.environment(home.service("redis"), ports.of(Listener.REDIS)));
        variables.putAll(KafkaServer.environment(ports.of(Listener.KAFKA)));
        return new StackEnvironment(variables);
    }

    /** These variables and some more. */
    public Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return all;
    }

    public String bootstrapServers() {
        return Objects.requireNonNull(variables.get("CHURNWATCH_KAFKA"));
    }
}
