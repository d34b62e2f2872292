package io.churnwatch.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final String CLASS_PATH =
            "/m2/pmml-evaluator-metro-1.7.8.jar:/m2/pmml-evaluator-1.7.7.jar:/m2/spark-mllib_2.13-4.0.1.jar";

    @Test
    void theVersionOfAJarIsInItsName() {
        assertThat(Versions.ofJar(CLASS_PATH, "pmml-evaluator")).hasValue("1.7.7");
        assertThat(Versions.ofJar(CLASS_PATH, "spark-mllib_2.13")).hasValue("4.0.1");
    }

    @Test
    void whatIsNotOnTheClassPathHasNone() {
        assertThat(Versions.ofJar(CLASS_PATH, "spark-mllib")).isEmpty();
    }
}
