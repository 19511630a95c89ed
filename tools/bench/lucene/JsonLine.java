import java.util.HashMap;
import java.util.Map;

/** One JSON object on one line: just enough of a parser to read articles without a library. */
final class JsonLine {
  private final String text;
  private int at;

  JsonLine(String text) {
    this.text = text;
  }

  /** The object's own fields that are strings; other values are passed over. */
  Map<String, String> stringFields() {
    Map<String, String> fields = new HashMap<>();
    expect('{');
    if (peek() == '}') return fields;
    do {
      String name = string();
      expect(':');
      if (peek() == '"') {
        fields.put(name, string());
      } else {
        skipValue();
      }
    } while (accept(','));
    expect('}');
    return fields;
  }

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    if (at == text.length()) throw failure("the line ends too soon");
    return text.charAt(at);
  }

  private boolean accept(char wanted) {
    if (peek() != wanted) return false;
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!accept(wanted)) throw failure("expected " + wanted);
  }

  private String string() {
    expect('"');
    int begin = at;
    StringBuilder unescaped = null; // only where there is an escape
    while (true) {
      char unit = unit();
      if (unit == '"') {
        String plain = text.substring(begin, at - 1);
        return unescaped == null ? plain : unescaped.append(plain).toString();
      }
      if (unit == '\\') {
        if (unescaped == null) unescaped = new StringBuilder();
        unescaped.append(text, begin, at - 1).append(escape());
        begin = at;
      }
    }
  }

  private char unit() {
    if (at == text.length()) throw failure("the line ends inside a string");
    return text.charAt(at++);
  }

  private char escape() {
    char kind = unit();
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw failure("unknown escape \\" + kind);
    };
  }

  private char codeUnit() {
    if (at + 4 > text.length()) throw failure("the line ends inside an escape");
    at += 4;
    return (char) Integer.parseInt(text, at - 4, at, 16);
  }

  private void skipValue() {
    char first = peek();
    if (first == '"') {
      string();
    } else if (first == '{' || first == '[') {
      skipNested();
    } else {
      while (at < text.length() && ",}]".indexOf(text.charAt(at)) < 0) at++;
    }
  }

  private void skipNested() {
    int depth = 0;
    do {
      char next = peek();
      if (next == '"') {
        string();
        continue;
      }
      if (next == '{' || next == '[') depth++;
      if (next == '}' || next == ']') depth--;
      at++;
    } while (depth > 0);
  }

  private IllegalArgumentException failure(String reason) {
    return new IllegalArgumentException("character " + at + ": " + reason);
  }
}
