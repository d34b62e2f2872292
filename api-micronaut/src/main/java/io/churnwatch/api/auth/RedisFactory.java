package io.churnwatch.api.auth;

import io.churnwatch.api.ApiConfig;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes a Redis client that gives up fast: no request here is worth waiting for Redis. */
@Factory
final class RedisFactory {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    @Singleton
    @Bean(preDestroy = "shutdown")
    RedisClient redisClient(ApiConfig config) {
        RedisURI uri = RedisURI.create(config.redisUrl());
        uri.setTimeout(TIMEOUT);
        RedisClient client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .build());
        return client;
    }
}
