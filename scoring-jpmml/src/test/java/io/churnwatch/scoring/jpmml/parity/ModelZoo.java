package io.churnwatch.scoring.jpmml.parity;

import io.churnwatch.feed.AttributeValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The bundled documents of real exporters, and the customers they score. */
public final class ModelZoo {
    private static final String FOLDER = "/models";
    private static final String DOCUMENT = ".pmml.gz";
    private static final String CUSTOMERS = "spark-forest.spark.csv.gz";

    /** The names of all documents, in their order. */
    public static List<String> names() {
        URL folder = Objects.requireNonNull(ModelZoo.class.getResource(FOLDER), FOLDER);
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(DOCUMENT))
                    .map(name -> name.substring(0, name.length() - DOCUMENT.length()))
                    .sorted()
                    .toList();
        }
    }

    /** The bytes of a document. */
    public static byte[] document(String name) {
        return read(name + DOCUMENT);
    }

    /** Some hundred customers, by the names of their fields. */
    static List<Map<String, AttributeValue>> customers() {
        List<String> lines =
                new String(read(CUSTOMERS), StandardCharsets.UTF_8).lines().toList();
        return CsvCustomers.of(lines);
    }

    private static byte[] read(String file) {
        try (InputStream in = ModelZoo.class.getResourceAsStream(FOLDER + "/" + file)) {
            return new GZIPInputStream(Objects.requireNonNull(in, file)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelZoo() {}
}
