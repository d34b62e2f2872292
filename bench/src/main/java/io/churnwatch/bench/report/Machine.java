package io.churnwatch.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where was measured.
 *
 * @param processor as it calls itself
 * @param load average number of running processes in the minute before; negative where the system does not tell
 */
public record Machine(String processor, int cores, double memoryGib, String system, String java, double load) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    public static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processor(system),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / (double) (1L << 30),
                system.getName() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                system.getSystemLoadAverage());
    }

    /** Whether others were using more than a quarter of it. */
    public boolean busy() {
        return load > cores / 4.0;
    }

    public String inWords() {
        return String.format(Locale.ROOT, "%s, %d cores, %.0f GiB, %s, %s", processor, cores, memoryGib, system, java);
    }

    private static String processor(OperatingSystemMXBean system) {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(system.getArch());
        } catch (IOException e) {
            return system.getArch(); // not a Linux
        }
    }
}
