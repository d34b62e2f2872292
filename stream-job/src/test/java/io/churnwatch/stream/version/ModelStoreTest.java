package io.churnwatch.stream.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class ModelStoreTest {
    @Test
    void theLoaderKeepsNoClassLoaderOfTheTaskThatStartedIt() throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (URLClassLoader ofTask = new URLClassLoader(new URL[0])) {
            current.setContextClassLoader(ofTask);

            assertThat(ModelStore.loaderThread(() -> {}).getContextClassLoader())
                    .isSameAs(ModelStore.class.getClassLoader());
        } finally {
            current.setContextClassLoader(before);
        }
    }
}
