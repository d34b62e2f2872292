package io.churnwatch.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code docs/settings.md}, in which each program has a table between two markers. Tests with {@code -Dsettings.write} write the tables instead
 * of comparing them.
 */
public final class SettingsPage {
    private static final Path PAGE = Path.of("../docs/settings.md"); // seen from the folder of a module
    private static final String HEADER = "| variable | means | value | unless set |\n|---|---|---|---|\n";

    /** Compares the table of a program with what its code reads. */
    public static void assertLists(String program, Function<Settings, ?> reader) throws IOException {
        String table = table(Settings.declaredBy(reader));
        String text = Files.readString(PAGE);
        String begin = "<!-- " + program + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end -->", from);
        if (System.getProperty("settings.write") != null) {
            Files.writeString(PAGE, text.substring(0, from) + table + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("%s: write it with ./mvnw test -Dtest='*Config*' -Dsettings.write", PAGE)
                .isEqualTo(table);
    }

    private static String table(List<Setting> settings) {
        return settings.stream().map(SettingsPage::row).collect(joining("\n", HEADER, "\n"));
    }

    private static String row(Setting setting) {
        return Stream.of("`" + setting.name() + "`", setting.meaning(), setting.rule(), setting.unlessSet())
                .map(cell -> cell.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |"));
    }

    private SettingsPage() {}
}
