package io.churnwatch.stream.version;

import io.churnwatch.Sha256;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.stream.config.ModelEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the models of this JVM, each once for all tasks: fetches them by SHA-256, checks the hash, verifies and warms them, off the
 * hot path when a model is announced before its time. Keeps the most recently used, which are the ones in force and announced; another
 * is loaded again when an old event needs it. Thread-safe.
 */
public final class ModelLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);
    private static final AtomicBoolean REHEARSED = new AtomicBoolean();
    private static final int REHEARSALS = 8;
    private static final Duration REHEARSE_EVERY = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** A replay reads some partitions further than others, each under a champion and a challenger of its time. */
    static final int MODELS_MAX = 10;

    private static final Map<String, CompletableFuture<ExplainableModel>> MODELS =
            Collections.synchronizedMap(new LastUsed<>(MODELS_MAX));
    private static final ScheduledExecutorService LOADER =
            Executors.newSingleThreadScheduledExecutor(ModelLoader::loaderThread);

    private final PublishedVersions registry;
    private final ModelReader reader;

    ModelLoader(PublishedVersions registry, ModelReader reader) {
        this.registry = registry;
        this.reader = reader;
    }

    /** The models behind a registry, read by an engine. */
    public static ModelLoader of(PublishedVersions registry, ModelEngine engine) {
        return new ModelLoader(registry, ModelReader.of(engine));
    }

    /**
     * A thread that outlives the task which happens to start it: it must not inherit that task's class loader, which Flink
     * closes when the job restarts, and without which no document can be parsed.
     */
    static Thread loaderThread(Runnable task) {
        Thread thread = new Thread(task, "churnwatch-model-loader");
        thread.setContextClassLoader(ModelLoader.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /** Starts to load a model that will be needed. */
    void announce(ModelPointer pointer) {
        CompletableFuture<ExplainableModel> unused = load(pointer); // the caller who needs it asks again
    }

    /**
     * The model, waiting for it when it is not loaded yet.
     *
     * @throws RefusedModelException when the model must not serve; it never will
     * @throws IOException when it cannot be fetched now
     */
    public ExplainableModel get(ModelPointer pointer) throws IOException, RefusedModelException, InterruptedException {
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

    /** Waits until the model is loaded, or known to be unusable. */
    void await(ModelPointer pointer) throws InterruptedException {
        try {
            load(pointer).get();
        } catch (ExecutionException e) {
            LOG.warn("Model {} does not score in shadow", pointer.modelVersion(), e.getCause());
        }
    }

    /** The model if it is loaded by now; none for good when it was refused, and until the next try when it was away. */
    Optional<ExplainableModel> ifLoaded(ModelPointer pointer) {
        CompletableFuture<ExplainableModel> loading = load(pointer);
        boolean loaded = loading.isDone() && !loading.isCompletedExceptionally();
        return loaded ? Optional.of(loading.join()) : Optional.empty();
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
            byte[] pmml = fetched(pointer);
            loading.complete(verified(pmml, pointer));
            report(ModelStatus.loaded(pointer.modelVersion()));
            if (REHEARSED.compareAndSet(false, true)) {
                rehearseLater(pmml, REHEARSALS);
            }
        } catch (RefusedModelException e) {
            loading.completeExceptionally(e);
            report(ModelStatus.refused(e));
        } catch (IOException | RuntimeException | Error e) {
            loading.completeExceptionally(e);
            forgetLater(loading, pointer);
        }
    }

    /**
     * Reads the first model some more times, for nothing but to have the code compiled that reads: cold, it takes a few times as long, and
     * the next champion would not be there when its time has come. The stream would wait for it. With pauses, for right after a start the
     * stream needs the processors most; and a model that is needed meanwhile waits for one reading at most.
     */
    private void rehearseLater(byte[] pmml, int times) {
        var unused = LOADER.schedule(() -> rehearse(pmml, times), REHEARSE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void rehearse(byte[] pmml, int times) {
        try {
            reader.read(pmml);
        } catch (UnsupportedPmmlException | RuntimeException e) {
            LOG.debug("It was read before", e);
        }
        if (times > 1) {
            rehearseLater(pmml, times - 1);
        }
    }

    /** Allows another try, but not with every event. */
    private static void forgetLater(CompletableFuture<ExplainableModel> loading, ModelPointer pointer) {
        var unused = LOADER.schedule(
                () -> MODELS.remove(pointer.sha256(), loading), RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Retries until the status is written: the person who published the model waits for it. */
    private void report(ModelStatus status) {
        try {
            registry.report(status);
        } catch (IOException e) {
            LOG.warn("{}; trying again", e.getMessage());
            var unused = LOADER.schedule(() -> report(status), RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private byte[] fetched(ModelPointer pointer) throws IOException, RefusedModelException {
        try {
            return registry.pmml(pointer.sha256());
        } catch (MalformedPmmlException e) {
            throw new RefusedModelException(pointer, String.valueOf(e.getMessage()), e);
        }
    }

    private ExplainableModel verified(byte[] pmml, ModelPointer pointer) throws RefusedModelException {
        String actual = Sha256.hex(pmml);
        if (!actual.equals(pointer.sha256())) {
            throw new RefusedModelException(pointer, "its bytes hash to " + actual, null);
        }
        try {
            ExplainableModel model = reader.read(pmml);
            Optional<String> misfit = ModelSchema.misfit(model.inputFields());
            if (misfit.isPresent()) {
                throw new RefusedModelException(pointer, "it " + misfit.get(), null);
            }
            WarmUp.warm(model);
            return model;
        } catch (UnsupportedPmmlException | RuntimeException e) {
            throw new RefusedModelException(pointer, String.valueOf(e.getMessage()), e);
        }
    }
}
