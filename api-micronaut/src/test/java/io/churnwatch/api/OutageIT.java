package io.churnwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.Topics;
import io.churnwatch.api.auth.Role;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.ServiceFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OutageIT {
    private static final int PORT = Ports.free();

    @RegisterExtension
    static final TestApi api = new TestApi("127.0.0.1:" + PORT, URI.create("redis://127.0.0.1:" + Ports.free()));

    @Test
    void messagesWaitForKafkaAndGoOutWhenItIsThere(@TempDir Path folder) {
        api.sql("INSERT INTO outbox (topic, key, event_id, payload) VALUES (?, '1', 'waits', '{}')", Topics.CONTROL);
        Await.until(
                "the relay has tried",
                () -> api.send(api.request("/prometheus")).text().contains("churnwatch_outbox_failures_total 1.0"));
        assertThat(unpublished()).isEqualTo(1L);

        try (KafkaServer kafka = KafkaServer.start(ServiceFolder.at(folder), PORT)) {
            Await.until(kafka.bootstrapServers() + " has taken the message", () -> Objects.equals(0L, unpublished()));
        }
    }

    @Test
    void loginsGoOnWithoutRedisAndAreCounted() {
        assertThat(api.login(TestApi.userOf(Role.VIEWER), TestApi.PASSWORD).status())
                .isEqualTo(200);
        assertThat(api.send(api.request("/prometheus")).text()).contains("churnwatch_login_unchecked_total 1.0");
    }

    private static Object unpublished() {
        return api.sqlValue("SELECT count(*) FROM outbox WHERE published_at IS NULL");
    }
}
