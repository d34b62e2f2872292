package io.churnwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A number in somebody's tracker explains nothing to a reader. */
    private static final Pattern TICKET = Pattern.compile("\\bissues? #?\\d", Pattern.CASE_INSENSITIVE);

    private static final Pattern TEXT = Pattern.compile(".*\\.(java|md|sql|tsx?|ya?ml)");
    private static final Pattern SKIPPED = Pattern.compile("\\..*|target|node_modules|out");

    @Test
    void everyDecisionIsInTheIndex() throws IOException {
        Path folder = ROOT.resolve("docs/adr");
        String index = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    @Test
    void nothingRefersToTheNumberOfATicket() throws IOException {
        List<Path> referring = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isSkipped = !folder.equals(ROOT)
                        && SKIPPED.matcher(folder.getFileName().toString()).matches();
                return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (TEXT.matcher(file.toString()).matches()
                        && TICKET.matcher(Files.readString(file)).find()) {
                    referring.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(referring).isEmpty();
    }
}
