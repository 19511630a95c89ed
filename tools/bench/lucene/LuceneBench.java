import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lucene measured: indexing, query latency, and runs for relevance. Figures are JSON lines. */
public final class LuceneBench {
  private static final String USAGE =
      """
      Usage: LuceneBench index ARTICLES.jsonl[.gz]... DIR [--fields title,body|body] [--threads N]
             LuceneBench queries DIR QUERIES.tsv [--snippets] [--all] [--rounds N]
             LuceneBench run DIR QUERIES.tsv OUT.trec [-n 100]
      """;

  private LuceneBench() {}

  public static void main(String[] arguments) throws Exception {
    try {
      Options options = new Options(arguments, 1, Set.of("--snippets", "--all"));
      switch (arguments.length == 0 ? "" : arguments[0]) {
        case "index" -> index(options);
        case "queries" -> queries(options);
        case "run" -> run(options);
        default -> throw new IllegalArgumentException("unknown command");
      }
    } catch (IllegalArgumentException error) {
      System.err.println("LuceneBench: " + error.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    }
  }

  private static void index(Options options) throws Exception {
    List<Path> paths = options.positional.stream().map(Path::of).collect(Collectors.toList());
    if (paths.size() < 2) throw new IllegalArgumentException("index needs ARTICLES and DIR");
    Path folder = paths.remove(paths.size() - 1);
    List<String> fields = List.of(options.text("--fields", "title,body").split(","));
    new Indexing(fields, options.number("--threads", 1)).run(paths, folder);
  }

  private static void queries(Options options) throws Exception {
    List<String> paths = needs(options, 2);
    try (Searching searching = new Searching(Path.of(paths.get(0)))) {
      searching.measure(
          Path.of(paths.get(1)),
          options.has("--snippets"),
          options.has("--all"),
          options.number("--rounds", 10));
    }
  }

  private static void run(Options options) throws Exception {
    List<String> paths = needs(options, 3);
    try (Searching searching = new Searching(Path.of(paths.get(0)))) {
      searching.run(Path.of(paths.get(1)), Path.of(paths.get(2)), options.number("-n", 100));
    }
  }

  private static List<String> needs(Options options, int count) {
    if (options.positional.size() != count) {
      throw new IllegalArgumentException("expected " + count + " arguments");
    }
    return options.positional;
  }
}
