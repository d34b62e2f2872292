package io.churnwatch.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void whatWasStartedLastIsStoppedFirstAndEachOnce() {
        try (Processes processes = Processes.stoppedAtExit()) {
            processes.add(process("Kafka"));
            processes.add(process("PostgreSQL"));
            AutoCloseable job = processes.add(process("job"));
            processes.close(job);
            processes.close(job);
        }

        assertThat(closed).containsExactly("job", "PostgreSQL", "Kafka");
    }

    @Test
    void oneThatCannotBeStoppedDoesNotKeepTheOthersRunning() {
        try (Processes processes = Processes.stoppedAtExit()) {
            processes.add(process("Kafka"));
            processes.add(() -> {
                throw new IllegalStateException("it hangs");
            });
        }

        assertThat(closed).containsExactly("Kafka");
    }

    private AutoCloseable process(String name) {
        return () -> closed.add(name);
    }
}
