package io.churnwatch.model;

import io.churnwatch.settings.SettingType;
import io.churnwatch.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MLflow's own pages, as a browser reaches them.
 *
 * @param base null when it is not known
 */
public record MlflowPages(@Nullable String base) {
    /** The environment variable that places them. */
    public static final String VARIABLE = "CHURNWATCH_MLFLOW_URL";

    /** No pages that we know of. */
    public static final MlflowPages UNKNOWN = new MlflowPages(null);

    /** Where the environment places them, if it does. Viewers see the address, so it holds no password. */
    public static Optional<MlflowPages> of(Settings settings) {
        return settings.optional(
                VARIABLE,
                "no links",
                SettingType.url("http", "https")
                        .and("and holds no user or password", url -> url.getUserInfo() == null)
                        .map(url -> new MlflowPages(url.toString())),
                "where browsers find MLflow's pages");
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
