package io.churnwatch.local.service;

import java.nio.file.Path;
import java.util.Optional;

/** MLflow from PyPI, some 850 MB. */
public final class MlflowInstallation {
    private static final PythonPackages PACKAGES = PythonPackages.of("mlflow");

    /** What keeps it from being installed here, for a person to read; empty when nothing does, or when it is there. */
    public static Optional<String> obstacle() {
        return PACKAGES.obstacle();
    }

    public static boolean isReady() {
        return PACKAGES.isReady();
    }

    /** Installs it unless it is there, which takes minutes; returns its program. */
    static Path install(ServiceFolder service) {
        PACKAGES.make(service);
        return PACKAGES.folder().resolve("bin/mlflow");
    }

    private MlflowInstallation() {}
}
