package io.churnwatch.stream.version;

/**
 * The result of loading a model in the job: a row of {@code model_status}.
 *
 * @param reason why it is refused; empty for a model that was loaded
 */
public record ModelStatus(String modelVersion, State state, String reason) {
    /** Whether the model may serve. */
    public enum State {
        /** Fetched, verified and warmed. */
        LOADED,
        /** It must not serve, and never will. */
        REFUSED
    }

    static ModelStatus loaded(String modelVersion) {
        return new ModelStatus(modelVersion, State.LOADED, "");
    }

    static ModelStatus refused(RefusedModelException refusal) {
        return new ModelStatus(refusal.modelVersion(), State.REFUSED, refusal.reason());
    }
}
