import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/** Indexes articles as Lucene's users would: text stored, offsets in the postings for snippets. */
final class Indexing {
  /** Lucene's own default of 16 MB flushes small segments; more memory is faster. */
  private static final double BUFFER_MEGABYTES = 64;

  private final List<String> fields;
  private final int threads;
  private final LongAdder articles = new LongAdder();
  private final LongAdder textBytes = new LongAdder();

  Indexing(List<String> fields, int threads) {
    this.fields = fields;
    this.threads = threads;
  }

  void run(List<Path> inputs, Path folder) throws Exception {
    long start = System.nanoTime();
    IndexWriterConfig config =
        new IndexWriterConfig(new ArabicAnalyzer())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    try (Articles source = new Articles(inputs);
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      indexAll(source, writer);
      writer.commit();
    }
    double wallSeconds = (System.nanoTime() - start) / 1e9;
    new Figures()
        .text("system", "lucene")
        .text("version", Version.LATEST.toString())
        .text("task", "index")
        .count("threads", threads)
        .count("articles", articles.sum())
        .count("text_bytes", textBytes.sum())
        .number("cpu_seconds", Figures.cpuNanos() / 1e9)
        .number("wall_seconds", wallSeconds)
        .count("peak_rss_bytes", Figures.peakResidentBytes())
        .count("index_bytes", Figures.folderBytes(folder))
        .print();
  }

  private void indexAll(Articles source, IndexWriter writer) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(
          pool.submit(
              () -> {
                indexSome(source, writer);
                return null;
              }));
    }
    pool.shutdown();
    for (Future<?> worker : workers) join(worker);
  }

  private static void join(Future<?> worker) throws Exception {
    try {
      worker.get();
    } catch (ExecutionException failure) {
      throw new IOException("indexing failed", failure.getCause());
    }
  }

  private void indexSome(Articles source, IndexWriter writer) throws IOException {
    for (var article = source.next(); article != null; article = source.next()) {
      writer.addDocument(document(article));
      articles.increment();
      textBytes.add(article.textBytes());
    }
  }

  private Document document(Articles.Article article) {
    Document document = new Document();
    document.add(new StringField("id", article.id(), Field.Store.YES));
    for (String field : fields) {
      String text = field.equals("title") ? article.title() : article.body();
      document.add(new Field(field, text, TEXT_WITH_OFFSETS));
    }
    return document;
  }

  private static final FieldType TEXT_WITH_OFFSETS = textWithOffsets();

  private static FieldType textWithOffsets() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setStored(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }
}
