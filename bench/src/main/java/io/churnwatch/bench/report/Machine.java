package io.churnwatch.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine that a benchmark runs on.
 *
 * @param load average number of running processes in the minute before; negative where the system does not report it
 */
public record Machine(String processor, int cores, double memoryGib, String system, String java, double load) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** Describes this machine as it is now. */
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

    private static String processor(OperatingSystemMXBean system) {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(system.getArch());
        } catch (IOException e) {
            return system.getArch(); // not Linux
        }
    }
}
