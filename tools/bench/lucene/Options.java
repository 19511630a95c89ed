import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command line's positional arguments and options; an option in `flags` takes no value. */
final class Options {
  final List<String> positional = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  Options(String[] arguments, int from, Set<String> flags) {
    for (int i = from; i < arguments.length; i++) {
      String argument = arguments[i];
      if (!argument.startsWith("-")) {
        positional.add(argument);
      } else if (flags.contains(argument)) {
        values.put(argument, "");
      } else if (i + 1 < arguments.length) {
        values.put(argument, arguments[++i]);
      } else {
        throw new IllegalArgumentException(argument + " needs a value");
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }
}
