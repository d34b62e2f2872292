package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisServerIT {
    @Test
    void itAnswersWithThePasswordOnly() throws Exception {
        try (RedisServer server = RedisServer.temporary()) {
            assertThat(server.send("PING")).startsWith("-NOAUTH");
            assertThat(server.send("AUTH guess")).startsWith("-WRONGPASS");
            assertThat(server.send("AUTH " + server.password())).isEqualTo("+OK");
        }
    }

    @Test
    void itEndsWhenClosed() {
        RedisServer server = RedisServer.temporary();

        server.close();

        assertThat(server.process().isAlive()).isFalse();
        assertThat(Ports.isFree(server.port())).isTrue();
    }
}
