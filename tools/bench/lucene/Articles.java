import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The articles of JSON lines files, plain or gzipped, one after the other. Thread-safe. */
final class Articles implements AutoCloseable {
  record Article(String id, String title, String body) {
    long textBytes() {
      return utf8Length(title) + utf8Length(body);
    }
  }

  private final Iterator<Path> files;
  private BufferedReader reader;

  Articles(List<Path> files) {
    this.files = files.iterator();
  }

  /** The next article, or null at the end. Lines are read one thread at a time, parsed by each. */
  Article next() throws IOException {
    String line = nextLine();
    if (line == null) return null;
    Map<String, String> fields = new JsonLine(line).stringFields();
    return new Article(
        fields.getOrDefault("id", ""),
        fields.getOrDefault("title", ""),
        fields.getOrDefault("body", ""));
  }

  @Override
  public synchronized void close() throws IOException {
    if (reader != null) reader.close();
    reader = null;
  }

  private synchronized String nextLine() throws IOException {
    while (true) {
      if (reader == null) {
        if (!files.hasNext()) return null;
        reader = open(files.next());
      }
      String line = reader.readLine();
      if (line == null) {
        close();
      } else if (!line.isBlank()) {
        return line;
      }
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) in = new GZIPInputStream(in, 1 << 16);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  private static long utf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      length += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }
    return length;
  }
}
