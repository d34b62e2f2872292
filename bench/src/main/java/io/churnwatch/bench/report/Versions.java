package io.churnwatch.bench.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of third-party libraries. */
public final class Versions {
    /** Takes the version from the file name of a jar. */
    public static Optional<String> ofJar(String classPath, String artifact) {
        Matcher jar = Pattern.compile("[/\\\\]" + Pattern.quote(artifact) + "-(\\d[^/\\\\]*?)\\.jar")
                .matcher(classPath);
        return jar.find() ? Optional.of(jar.group(1)) : Optional.empty();
    }

    private Versions() {}
}
