import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, printed as one JSON line. */
final class Figures {
  private final Map<String, String> values = new LinkedHashMap<>();

  Figures text(String name, String value) {
    values.put(name, '"' + value + '"');
    return this;
  }

  Figures count(String name, long value) {
    values.put(name, Long.toString(value));
    return this;
  }

  Figures number(String name, double value) {
    values.put(name, String.format(Locale.ROOT, "%.4f", value));
    return this;
  }

  void print() {
    System.out.println(
        values.entrySet().stream()
            .map(value -> '"' + value.getKey() + "\":" + value.getValue())
            .collect(Collectors.joining(",", "{", "}")));
  }

  /** CPU time of the process so far, all threads: collector and compiler included. */
  static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  static long peakResidentBytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElse("VmHWM: 0");
      return Long.parseLong(peak.replaceAll("\\D", "")) * 1024;
    }
  }

  static long folderBytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
