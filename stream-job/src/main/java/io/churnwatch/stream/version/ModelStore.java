package io.churnwatch.stream.version;

import io.churnwatch.Sha256;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The models of this JVM, each loaded once for all tasks: fetched by SHA-256, checked against it and compiled, off the
 * hot path when it is announced before its time. Thread-safe.
 */
final class ModelStore {
    private static final Map<String, CompletableFuture<ExplainableModel>> MODELS = new ConcurrentHashMap<>();
    private static final ExecutorService LOADER = Executors.newSingleThreadExecutor(ModelStore::loaderThread);

    private final ModelRegistry registry;

    ModelStore(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * A thread that outlives the task which happens to start it: it must not inherit that task's class loader, which Flink
     * closes when the job restarts, and without which no document can be parsed.
     */
    static Thread loaderThread(Runnable task) {
        Thread thread = new Thread(task, "churnwatch-model-loader");
        thread.setContextClassLoader(ModelStore.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /** Starts to load a model that will be needed. */
    void announce(ModelPointer pointer) {
        CompletableFuture<ExplainableModel> unused = load(pointer); // whoever needs it asks again
    }

    /**
     * The model, waiting for it when it is not loaded yet.
     *
     * @throws RefusedModelException when the model must not serve; it never will
     * @throws IOException when it cannot be fetched now
     */
    ExplainableModel get(ModelPointer pointer) throws IOException, RefusedModelException, InterruptedException {
        CompletableFuture<ExplainableModel> loading = load(pointer);
        try {
            return loading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedModelException refused) {
                throw refused;
            }
            MODELS.remove(pointer.sha256(), loading); // try again next time
            throw new IOException("Model " + pointer.modelVersion() + " cannot be loaded", e.getCause());
        }
    }

    private CompletableFuture<ExplainableModel> load(ModelPointer pointer) {
        return MODELS.computeIfAbsent(pointer.sha256(), sha256 -> {
            CompletableFuture<ExplainableModel> loading = new CompletableFuture<>();
            LOADER.execute(() -> complete(loading, pointer));
            return loading;
        });
    }

    private void complete(CompletableFuture<ExplainableModel> loading, ModelPointer pointer) {
        try {
            loading.complete(verified(fetched(pointer), pointer));
        } catch (IOException | RefusedModelException | RuntimeException | Error e) {
            loading.completeExceptionally(e);
        }
    }

    private byte[] fetched(ModelPointer pointer) throws IOException, RefusedModelException {
        try {
            return registry.pmml(pointer.sha256());
        } catch (MalformedPmmlException e) {
            throw new RefusedModelException(pointer, String.valueOf(e.getMessage()), e);
        }
    }

    private static ExplainableModel verified(byte[] pmml, ModelPointer pointer) throws RefusedModelException {
        String actual = Sha256.hex(pmml);
        if (!actual.equals(pointer.sha256())) {
            throw new RefusedModelException(pointer, "its bytes hash to " + actual, null);
        }
        try {
            PmmlForest forest = PmmlForest.read(pmml);
            forest.verify();
            return forest;
        } catch (UnsupportedPmmlException | RuntimeException e) {
            throw new RefusedModelException(pointer, String.valueOf(e.getMessage()), e);
        }
    }
}
