import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/** Any-word and all-word queries over an index: how fast, and what they find. */
final class Searching implements AutoCloseable {
  private static final int HITS = 10;

  private record Topic(String id, String text) {}

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Analyzer analyzer = new ArabicAnalyzer();
  private final UnifiedHighlighter highlighter;
  private final String[] fields;

  Searching(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    // What a user who measures ranking wants: each query is computed, not remembered.
    searcher.setQueryCache(null);
    highlighter = new UnifiedHighlighter(searcher, analyzer);
    boolean titled = FieldInfos.getMergedFieldInfos(reader).fieldInfo("title") != null;
    fields = titled ? new String[] {"title", "body"} : new String[] {"body"};
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }

  void measure(Path topicFile, boolean snippets, boolean every, int rounds) throws IOException {
    List<Topic> topics = topics(topicFile);
    // The first rounds let the compiler see the code; they are not counted.
    for (int round = 0; round < rounds; round++) {
      for (Topic topic : topics) answer(topic, snippets, every);
    }
    double[] milliseconds = new double[rounds * topics.size()];
    long hits = 0;
    int measured = 0;
    long cpuStart = Figures.cpuNanos();
    for (int round = 0; round < rounds; round++) {
      for (Topic topic : topics) {
        long start = System.nanoTime();
        hits += answer(topic, snippets, every);
        milliseconds[measured++] = (System.nanoTime() - start) / 1e6;
      }
    }
    double cpu = (Figures.cpuNanos() - cpuStart) / 1e6;
    double sum = 0;
    for (double value : milliseconds) sum += value;
    new Figures()
        .text("system", "lucene")
        .text("version", Version.LATEST.toString())
        .text("task", snippets ? "queries_with_snippets" : "queries")
        .count("queries", topics.size())
        .count("rounds", rounds)
        .count("hits", hits / rounds)
        .number("mean_ms", sum / measured)
        .number("median_ms", Figures.median(milliseconds))
        .number("cpu_ms", cpu / measured)
        .print();
  }

  /** Writes the best `depth` documents of each topic as a TREC run. */
  void run(Path topicFile, Path output, int depth) throws IOException {
    long start = System.nanoTime();
    List<Topic> topics = topics(topicFile);
    long hits = 0;
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(output))) {
      for (Topic topic : topics) {
        int rank = 0;
        for (ScoreDoc hit : searcher.search(words(topic.text(), false), depth).scoreDocs) {
          String id = searcher.doc(hit.doc).get("id");
          out.printf(Locale.ROOT, "%s Q0 %s %d %.6f lucene%n", topic.id(), id, ++rank, hit.score);
          hits++;
        }
      }
    }
    new Figures()
        .text("system", "lucene")
        .text("version", Version.LATEST.toString())
        .text("task", "run")
        .count("queries", topics.size())
        .count("hits", hits)
        .number("wall_seconds", (System.nanoTime() - start) / 1e9)
        .print();
  }

  private int answer(Topic topic, boolean snippets, boolean every) throws IOException {
    Query query = words(topic.text(), every);
    TopDocs top = searcher.search(query, HITS);
    if (snippets && top.scoreDocs.length > 0) {
      Map<String, String[]> highlighted = highlighter.highlightFields(fields, query, top);
      if (highlighted.get("body").length != top.scoreDocs.length) throw new AssertionError();
    }
    return top.scoreDocs.length;
  }

  /** Any of the words or every one, each in any field, as Lucene's query parsers make of them. */
  private Query words(String text, boolean every) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : analysed(text)) {
      BooleanQuery.Builder one = every ? new BooleanQuery.Builder() : query;
      for (String field : fields) {
        one.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.SHOULD);
      }
      if (every) query.add(one.build(), BooleanClause.Occur.MUST);
    }
    return query.build();
  }

  private List<String> analysed(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("body", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) words.add(term.toString());
      tokens.end();
    }
    return words;
  }

  private static List<Topic> topics(Path file) throws IOException {
    List<Topic> topics = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int tab = line.indexOf('\t');
      if (tab > 0) topics.add(new Topic(line.substring(0, tab), line.substring(tab + 1)));
    }
    return topics;
  }
}
