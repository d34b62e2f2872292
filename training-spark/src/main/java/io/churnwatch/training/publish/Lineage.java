package io.churnwatch.training.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.package$;
import org.dmg.pmml.Version;

/**
 * With which versions of what a model was made.
 *
 * @param codeVersion of Churnwatch
 * @param codeCommit of its repository; empty where that is not known
 */
record Lineage(String codeVersion, String codeCommit, String sparkVersion, String pmmlVersion, String javaVersion) {
    /** The environment variable by which the command line says which commit it was built from. */
    private static final String COMMIT = "CHURNWATCH_COMMIT";

    /** Those of this process. */
    static Lineage here() {
        return new Lineage(
                version(),
                Optional.ofNullable(System.getenv(COMMIT)).orElse(""),
                package$.MODULE$.SPARK_VERSION(),
                Version.PMML_4_4.getVersion(),
                System.getProperty("java.version", ""));
    }

    /** As the build wrote it: a class path of folders has no manifest that tells. */
    private static String version() {
        try (InputStream file = Objects.requireNonNull(Lineage.class.getResourceAsStream("version.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
