package io.churnwatch.training.zoo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Trains and exports the Spark models on which scoring is compared with jpmml; {@code scoring-jpmml/models/make} runs it. */
final class ShipSparkZoo {
    /** Takes the sample ({@code customers.csv.gz}), the folder to write to, and perhaps the names of some models. */
    public static void main(String[] arguments) throws Exception {
        Path sample = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        try (SparkSession spark = session()) {
            for (ZooModel model : ZooModels.all()) {
                if (wanted.isEmpty() || wanted.contains(model.name())) {
                    ZooExport.export(model, spark, sample, folder);
                    System.out.println(model.name() + ": written");
                }
            }
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("spark-zoo")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 1)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    private ShipSparkZoo() {}
}
