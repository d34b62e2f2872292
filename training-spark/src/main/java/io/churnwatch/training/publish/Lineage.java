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
 * The versions of the software that a model was trained with.
 *
 * @param codeVersion of Churnwatch
 * @param codeCommit of its repository; empty where that is not known
 */
record Lineage(String codeVersion, String codeCommit, String sparkVersion, String pmmlVersion, String javaVersion) {
    /** The environment variable with the commit that the command line was built from. */
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

    /** Reads the file that the build wrote: a class path of folders has no manifest. */
    private static String version() {
        try (InputStream file = Objects.requireNonNull(Lineage.class.getResourceAsStream("version.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
