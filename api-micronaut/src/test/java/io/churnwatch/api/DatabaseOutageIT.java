package io.churnwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.auth.Role;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.ServiceFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIT {
    @Test
    void theApiSaysThatTheDatabaseIsAwayAndGoesOnWhenItIsBack(@TempDir Path folder) {
        ServiceFolder data = ServiceFolder.at(folder);
        PostgresServer first = PostgresServer.start(data, Ports.free());
        TestApi api = new TestApi(first);
        api.startWithUsers();
        assertThat(api.get(Role.VIEWER, "/api/customers/").status()).isEqualTo(200);

        ProcessHandle process = first.process().handle();
        process.destroyForcibly();
        process.onExit().join();

        Answer refused = api.get(Role.VIEWER, "/api/customers/");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(api.send(api.request("/health")).status()).isEqualTo(503);

        try (PostgresServer second = PostgresServer.start(data, first.port())) {
            Await.until(
                    second.url() + " is used again",
                    () -> api.get(Role.VIEWER, "/api/customers/").status() == 200);
            api.stop();
        }
    }
}
