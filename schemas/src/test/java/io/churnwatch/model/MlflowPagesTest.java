package io.churnwatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://ml.bank.example/mlflow", "https://ml.bank.example/mlflow/"})
    void aRunIsAPageOfItsExperiment(String base) {
        MlflowPages pages = new MlflowPages(base);

        assertThat(pages.experiment("1")).isEqualTo("https://ml.bank.example/mlflow/#/experiments/1");
        assertThat(pages.run("1", "0a1b")).isEqualTo("https://ml.bank.example/mlflow/#/experiments/1/runs/0a1b");
    }

    @Test
    void whatMlflowDoesNotHaveHasNoPage() {
        MlflowPages pages = new MlflowPages("http://127.0.0.1:15000/");

        assertThat(pages.experiment(null)).isNull();
        assertThat(pages.run(null, null)).isNull();
        assertThat(pages.run("1", null)).isNull();
    }

    @Test
    void whereMlflowIsNotKnownNothingHasAPage() {
        assertThat(MlflowPages.UNKNOWN.experiment("1")).isNull();
        assertThat(MlflowPages.UNKNOWN.run("1", "0a1b")).isNull();
    }
}
