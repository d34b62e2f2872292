package io.churnwatch.bench.scoring;

import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.bench.scoring.forest.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of what others have made. */
public record Versions(String ownClassPath, String sparkClassPath) {
    static Versions of(Workspace workspace) {
        return new Versions(System.getProperty("java.class.path"), workspace.classPath(Workspace.TRAINING));
    }

    /** Of everything that the forests were measured with. */
    List<String> of(List<TrainedForest> forests) {
        List<String> versions = new ArrayList<>();
        ofJar(ownClassPath, "pmml-evaluator").ifPresent(version -> versions.add("jpmml-evaluator " + version));
        ofJar(sparkClassPath, "spark-mllib_2.13").ifPresent(version -> versions.add("Spark " + version));
        Optional<String> peers = forests.stream()
                .flatMap(forest -> forest.files().peerVersions().stream())
                .findFirst();
        peers.ifPresent(names -> {
            ofJar(ownClassPath, "onnxruntime").ifPresent(version -> versions.add("ONNX Runtime " + version));
            versions.add(names);
        });
        ofJar(ownClassPath, "jmh-core").ifPresent(version -> versions.add("JMH " + version));
        return versions;
    }

    /** As the name of its file says. */
    public static Optional<String> ofJar(String classPath, String artifact) {
        Matcher jar = Pattern.compile("[/\\\\]" + Pattern.quote(artifact) + "-(\\d[^/\\\\]*?)\\.jar")
                .matcher(classPath);
        return jar.find() ? Optional.of(jar.group(1)) : Optional.empty();
    }
}
