package io.churnwatch.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MLflow's own pages, as a browser reaches them.
 *
 * @param base null when nobody has said where they are
 */
public record MlflowPages(@Nullable String base) {
    /** By which every process is told where they are. */
    public static final String VARIABLE = "CHURNWATCH_MLFLOW_URL";

    /** Nobody has said where they are. */
    public static final MlflowPages UNKNOWN = new MlflowPages(null);

    /**
     * Where the environment says they are.
     *
     * @param otherwise where they are when it says nothing; null when that is not known
     */
    public static MlflowPages of(Map<String, String> environment, @Nullable String otherwise) {
        String named = environment.get(VARIABLE);
        return new MlflowPages(named == null ? otherwise : named);
    }

    /**
     * The page of an experiment, which compares its runs.
     *
     * @param experimentId null while MLflow does not have the model
     * @return null when that page, or MLflow, is not known
     */
    public @Nullable String experiment(@Nullable String experimentId) {
        return base == null || experimentId == null ? null : withoutSlash(base) + "/#/experiments/" + experimentId;
    }

    /**
     * The page of a run.
     *
     * @param runId null while MLflow does not have the model
     * @return null when that page, or MLflow, is not known
     */
    public @Nullable String run(@Nullable String experimentId, @Nullable String runId) {
        String experiment = experiment(experimentId);
        return experiment == null || runId == null ? null : experiment + "/runs/" + runId;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
