package io.churnwatch.api.auth;

import io.churnwatch.Sha256;
import io.churnwatch.api.error.ProblemException;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throttles password guessing: ten attempts at once per user name and address, then one every twelve seconds. While
 * Redis is away, no attempt is throttled; the log and a metric report it.
 */
@Singleton
final class LoginLimit {
    private static final Logger log = LoggerFactory.getLogger(LoginLimit.class);
    private static final Duration COST = Duration.ofSeconds(12);
    private static final int BURST = 10;
    private static final Duration WARNING_PAUSE = Duration.ofMinutes(1);

    private final RateLimiter limiter;
    private final Counter unchecked;
    private volatile long warnedAtNanos = System.nanoTime() - WARNING_PAUSE.toNanos();

    LoginLimit(RateLimiter limiter, MeterRegistry metrics) {
        this.limiter = limiter;
        unchecked = metrics.counter("churnwatch.login.unchecked");
    }

    /** Rejects the attempt when there were too many. */
    void countAttempt(String username, String address) {
        Duration wait = waitFor(key(username, address));
        if (!wait.isZero()) {
            throw ProblemException.tooMany("Too many attempts; try again in " + wait.toSeconds() + " seconds.", wait);
        }
    }

    private Duration waitFor(String key) {
        try {
            return limiter.attempt(key, COST, BURST);
        } catch (RedisException e) {
            unchecked.increment();
            warnRedisAway(e);
            return Duration.ZERO;
        }
    }

    /** Resets the count after a successful login. */
    void reset(String username, String address) {
        try {
            limiter.reset(key(username, address));
        } catch (RedisException e) {
            warnRedisAway(e);
        }
    }

    private void warnRedisAway(RedisException e) {
        if (System.nanoTime() - warnedAtNanos >= WARNING_PAUSE.toNanos()) {
            warnedAtNanos = System.nanoTime();
            log.warn("Logins are not limited: Redis is away ({})", e.getMessage());
        }
    }

    /** Hashed, because a user may type the password into the wrong field. */
    private static String key(String username, String address) {
        return "churnwatch:login:" + Sha256.hex(UserStore.fold(username) + "\n" + address);
    }
}
