package io.churnwatch.local.stack;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/** The whole stack as {@code ./churnwatch status} shows it; the supervisor keeps it in a file. */
public record StackStatus(StackState state, long pid, String url, List<PartStatus> parts) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    public StackStatus {
        parts = List.copyOf(parts);
    }

    public String toJson() {
        return Uncheck.get(() -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    static StackStatus fromJson(String json) throws IOException {
        return JSON.readValue(json, StackStatus.class);
    }

    /** Readers see the file as it was or as it is, never half of it. */
    void save(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Uncheck.run(() -> Files.writeString(unfinished, toJson() + "\n"));
        FilesUncheck.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the status that the supervisor wrote last; empty when none runs. */
    public static Optional<StackStatus> of(StackHome home) {
        return home.supervisor().running().flatMap(supervisor -> read(home.statusFile(), supervisor.pid()));
    }

    private static Optional<StackStatus> read(Path file, long pid) {
        try {
            return Optional.of(fromJson(Files.readString(file))).filter(status -> status.pid() == pid);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
