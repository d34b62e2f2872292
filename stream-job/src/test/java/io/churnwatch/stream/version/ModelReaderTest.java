package io.churnwatch.stream.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.pmml.PmmlEngine;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.stream.config.ModelEngine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    /** Valid, and nothing that our engine reads. */
    private static final byte[] FOREIGN = new String(SmallForest.PMML, StandardCharsets.UTF_8)
            .replace("functionName=\"classification\"", "functionName=\"clustering\"")
            .getBytes(StandardCharsets.UTF_8);

    private final ExplainableModel foreign = forest();
    private final Optional<PmmlEngine> jpmml = Optional.of(pmml -> foreign);

    @Test
    void ourEngineReadsUnlessToldOtherwise() throws Exception {
        assertThat(ModelReader.of(ModelEngine.OWN).read(SmallForest.PMML)).isInstanceOf(PmmlForest.class);
        assertThat(new ModelReader(ModelEngine.AUTO, jpmml).read(SmallForest.PMML))
                .isNotSameAs(foreign);
        assertThat(new ModelReader(ModelEngine.JPMML, jpmml).read(SmallForest.PMML))
                .isSameAs(foreign);
    }

    @Test
    void whatOursDoesNotReadIsLeftToJpmmlWhereThatIsThere() throws Exception {
        assertThat(new ModelReader(ModelEngine.AUTO, jpmml).read(FOREIGN)).isSameAs(foreign);
        assertThatThrownBy(() -> ModelReader.of(ModelEngine.AUTO).read(FOREIGN))
                .isInstanceOf(UnsupportedPmmlException.class);
    }

    @Test
    void whatIsNoPmmlIsLeftToNobody() {
        assertThatThrownBy(() -> new ModelReader(ModelEngine.AUTO, jpmml).read("junk".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedPmmlException.class);
    }

    private static ExplainableModel forest() {
        try {
            return PmmlForest.read(SmallForest.PMML);
        } catch (UnsupportedPmmlException e) {
            throw new IllegalStateException(e);
        }
    }
}
