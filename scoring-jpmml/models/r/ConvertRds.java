import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jpmml.model.metro.MetroJAXBUtil;
import org.jpmml.rexp.ConverterFactory;
import org.jpmml.rexp.RExp;
import org.jpmml.rexp.RExpParser;

/** Converts every RDS file of a folder to PMML: {@code java -cp CLASS_PATH ConvertRds.java RDS_FOLDER PMML_FOLDER}. */
final class ConvertRds {
    public static void main(String[] arguments) throws Exception {
        for (Path rds : rdsFiles(Path.of(arguments[0]))) {
            String name = rds.getFileName().toString().replace(".rds", "");
            convert(rds, Path.of(arguments[1]).resolve(name + ".pmml"));
            System.out.println(name + ": written");
        }
    }

    private static List<Path> rdsFiles(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".rds")).sorted().toList();
        }
    }

    private static void convert(Path rds, Path pmml) throws Exception {
        try (InputStream in = Files.newInputStream(rds);
                OutputStream out = Files.newOutputStream(pmml)) {
            RExp model = new RExpParser(in).parse();
            MetroJAXBUtil.marshalPMML(ConverterFactory.newInstance().newConverter(model).encodePMML(), out);
        }
    }

    private ConvertRds() {}
}
