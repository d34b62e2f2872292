package io.churnwatch.bench.scoring.forest;

import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.local.customers.CustomerColumns;
import io.churnwatch.scoring.Features;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a training. Those with rows have one per held-out customer, in the same order. */
public record ModelFiles(Path folder) {
    public byte[] pmml() throws IOException {
        return Files.readAllBytes(folder.resolve("model.pmml"));
    }

    /** The held-out customers, as a caller would hand them to a model. */
    public Features[] customers() throws IOException {
        return features(scores());
    }

    /** Reads the customers of a file, its header first; no cell is quoted, and a score is one more attribute. */
    public static Features[] features(List<String> lines) {
        CustomerColumns columns = CustomerColumns.of(cells(lines.get(0)));
        return lines.stream()
                .skip(1)
                .map(line -> features(columns, cells(line)))
                .toArray(Features[]::new);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static Features features(CustomerColumns columns, List<String> cells) {
        try {
            return Features.of(columns.read(cells).profile());
        } catch (InvalidUpdateException e) {
            throw new IllegalArgumentException("Not a customer that a training would keep: " + e.getMessage(), e);
        }
    }

    /** Returns the scores by the program that trained the forest. */
    public double[] trainersScores() throws IOException {
        return scores().stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .toArray();
    }

    /** The forest as ONNX; of scikit-learn only. */
    public Path onnx() {
        return folder.resolve("model.onnx");
    }

    /** The file with the rows as numbers, categories as one column each; of scikit-learn only. */
    public Path vectorsFile() {
        return folder.resolve("vectors.txt");
    }

    /** The rows as numbers. */
    public float[][] vectors() throws IOException {
        try (Stream<String> lines = Files.lines(vectorsFile())) {
            return lines.skip(1).map(ModelFiles::vector).toArray(float[][]::new);
        }
    }

    /** Returns the versions of the tools that made the files; of scikit-learn only. */
    public Optional<String> peerVersions() {
        Path versions = folder.resolve("versions.txt");
        if (!Files.exists(versions)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(versions).strip() + ", "
                    + Files.readString(folder.resolve(TreeliteProgram.PLAIN).resolve(TreeliteProgram.VERSION))
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> scores() throws IOException {
        return Files.readAllLines(folder.resolve("scores.csv"));
    }

    private static float[] vector(String line) {
        String[] numbers = line.split(" ", -1);
        float[] vector = new float[numbers.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.parseFloat(numbers[i]);
        }
        return vector;
    }
}
