package io.churnwatch.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class VersionFromJar implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "churnwatch "
                    + Optional.ofNullable(VersionFromJar.class.getPackage().getImplementationVersion())
                            .orElse("(not packaged)")
        };
    }
}
