package io.churnwatch.bench.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    @TempDir
    private Path folder;

    @Test
    void customersAndTheirTrainersScoresAreReadFromTheSameLines() throws Exception {
        Files.writeString(folder.resolve("scores.csv"), """
                geography,age,balance,has_cr_card,probability
                Spain,42,1200.5,1,0.25
                France,37,0.0,0,0.5
                """);
        ModelFiles files = new ModelFiles(folder);

        assertThat(files.trainersScores()).containsExactly(0.25, 0.5);
        assertThat(files.customers()).hasSize(2);
        assertThat(files.customers()[0].value("Geography").text()).isEqualTo("Spain");
        assertThat(files.customers()[0].value("HasCrCard").number()).isEqualTo(1);
        assertThat(files.customers()[1].value("Age").number()).isEqualTo(37);
    }

    @Test
    void vectorsAreReadBelowTheirCounts() throws IOException {
        Files.writeString(folder.resolve("vectors.txt"), "2 3\n1.0 0.0 129555.28\n0.0 1.0 85231.63\n");

        assertThat(new ModelFiles(folder).vectors())
                .isDeepEqualTo(new float[][] {{1, 0, 129555.28f}, {0, 1, 85231.63f}});
    }

    @Test
    void peersAreNamedWithTheirCompiler() throws IOException {
        ModelFiles files = new ModelFiles(folder);
        assertThat(files.peerVersions()).isEmpty();

        Files.writeString(folder.resolve("versions.txt"), "scikit-learn 1.9.0, treelite 4.8.1\n");
        Files.createDirectory(folder.resolve("treelite"));
        Files.writeString(folder.resolve("treelite/compiler.txt"), "gcc (Debian) 12.2.0\n");

        assertThat(files.peerVersions()).hasValue("scikit-learn 1.9.0, treelite 4.8.1, gcc (Debian) 12.2.0");
    }
}
