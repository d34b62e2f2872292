package io.churnwatch.stream.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.stream.config.ModelEngine;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelLoaderTest {
    private final MemoryRegistry registry = new MemoryRegistry();
    private final ModelLoader store = new ModelLoader(registry, ModelReader.of(ModelEngine.OWN));

    @Test
    void theLoaderKeepsNoClassLoaderOfTheTaskThatStartedIt() throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (URLClassLoader ofTask = new URLClassLoader(new URL[0])) {
            current.setContextClassLoader(ofTask);

            assertThat(ModelLoader.loaderThread(() -> {}).getContextClassLoader())
                    .isSameAs(ModelLoader.class.getClassLoader());
        } finally {
            current.setContextClassLoader(before);
        }
    }

    @Test
    void theModelsInForceAndAnnouncedAreKeptAndOnesOfLongAgoAreNot() throws Exception {
        List<ModelPointer> pointers = IntStream.rangeClosed(0, ModelLoader.MODELS_MAX)
                .mapToObj(this::published)
                .toList();
        ModelPointer longAgo = pointers.get(0);
        ModelPointer inForce = pointers.get(1);
        for (ModelPointer pointer : pointers) {
            store.get(pointer);
            store.get(inForce);
        }

        store.get(inForce);
        assertThat(registry.fetched).doesNotHaveDuplicates().hasSize(pointers.size());
        store.get(longAgo);
        assertThat(Collections.frequency(registry.fetched, longAgo.sha256())).isEqualTo(2);
    }

    /** The small forest under another name, and so with a hash of its own. */
    private ModelPointer published(int number) {
        byte[] pmml = new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("modelVersion=\"[^\"]*\"", "modelVersion=\"kept-" + number + "\"")
                .getBytes(StandardCharsets.UTF_8);
        return registry.publish(ModelRole.CHAMPION, "kept-" + number, pmml, Instant.EPOCH.plusSeconds(number));
    }
}
