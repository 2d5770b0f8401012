import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes a banking pack out of BANKING77: a workflow per group of intents, whose examples are the
 * training rows. Run it with {@code java examples/banking77/BankingPack.java}; see the README
 * beside it.
 */
public final class BankingPack {

  private static final String USAGE =
      """
      usage: java BankingPack.java --train train.csv --out FOLDER [--per-intent N] [--seed S]
                                   [--dataset test.csv --dataset-out evaluate.csv]
      """;

  /** The groups, in the order in which an intent's name is held against them. */
  private static final Map<String, Pattern> GROUPS = groups();

  private BankingPack() {}

  public static void main(String[] arguments) {
    try {
      run(options(arguments));
    } catch (NoSuchFileException e) {
      fail("there is no file " + e.getFile());
    } catch (IllegalArgumentException | IOException e) {
      fail(e.getMessage());
    }
  }

  private static void fail(String why) {
    System.err.println("BankingPack: " + why);
    System.exit(2);
  }

  private static void run(Map<String, String> options) throws IOException {
    Path out = Path.of(required(options, "--out"));
    int perIntent = Integer.parseInt(options.getOrDefault("--per-intent", "0"));
    long seed = Long.parseLong(options.getOrDefault("--seed", "1"));

    var intents = examplesByIntent(rows(Path.of(required(options, "--train"))), perIntent, seed);
    writePack(out, intents);
    if (options.containsKey("--dataset")) {
      Path dataset = Path.of(required(options, "--dataset-out"));
      int rows = writeDataset(rows(Path.of(options.get("--dataset"))), dataset);
      System.out.println(rows + " rows for an evaluation in " + dataset);
    }
  }

  private static Map<String, Pattern> groups() {
    Map<String, Pattern> groups = new LinkedHashMap<>();
    groups.put("banking-exchange", Pattern.compile("exchange_(charge|rate|via)|fiat"));
    groups.put("banking-cash", Pattern.compile("cash|atm_|cheque"));
    groups.put("banking-top-up", Pattern.compile("top_up|topping"));
    groups.put("banking-transfers", Pattern.compile("transfer|beneficiary|receiving"));
    groups.put("banking-payments", Pattern.compile("payment|[Rr]efund|charge"));
    groups.put("banking-cards", Pattern.compile("card|pin|visa|apple_pay|contactless"));
    groups.put("banking-account", Pattern.compile(""));
    return groups;
  }

  private static SortedMap<String, SequencedSet<String>> examplesByIntent(
      List<Row> rows, int perIntent, long seed) {
    SortedMap<String, List<String>> all = new TreeMap<>();
    rows.forEach(row -> all.computeIfAbsent(row.intent(), _ -> new ArrayList<>()).add(row.text()));

    Random random = new Random(seed);
    SortedMap<String, SequencedSet<String>> chosen = new TreeMap<>();
    all.forEach(
        (intent, texts) -> {
          Collections.shuffle(texts, random);
          SequencedSet<String> distinct = new LinkedHashSet<>();
          for (String text : texts) {
            if (perIntent == 0 || distinct.size() < perIntent) {
              distinct.add(text);
            }
          }
          chosen.put(intent, distinct);
        });
    return chosen;
  }

  private static void writePack(Path out, SortedMap<String, SequencedSet<String>> intents)
      throws IOException {
    SortedMap<String, SortedMap<String, SequencedSet<String>>> groups = new TreeMap<>();
    intents.forEach(
        (intent, examples) ->
            groups.computeIfAbsent(groupOf(intent), _ -> new TreeMap<>()).put(intent, examples));

    Files.createDirectories(out);
    for (var group : groups.entrySet()) {
      Files.writeString(
          out.resolve(group.getKey() + ".yaml"), workflow(group.getKey(), group.getValue()));
      System.out.println(group.getKey() + ": " + group.getValue().size() + " intents");
    }
    int examples = intents.values().stream().mapToInt(SequencedSet::size).sum();
    System.out.println(intents.size() + " intents, " + examples + " examples in " + out);
  }

  private static String groupOf(String intent) {
    return GROUPS.entrySet().stream()
        .filter(group -> group.getValue().matcher(intent).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static String workflow(
      String name, SortedMap<String, SequencedSet<String>> intentsWithExamples) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("workflow: ").append(name).append("\nversion: 1\n");
    yaml.append("description: Tells what a bank customer's question is about.\n\nintents:\n");
    intentsWithExamples.forEach(
        (intent, examples) -> {
          yaml.append("  ").append(quoted(intent)).append(":\n");
          yaml.append("    description: ").append(quoted(intent.replace('_', ' '))).append('\n');
          yaml.append("    examples:\n");
          examples.forEach(text -> yaml.append("      - ").append(quoted(text)).append('\n'));
        });
    return yaml.append(RULES).toString();
  }

  private static final String RULES =
      """

      decide:
        - rule: answer
          otherwise: true
          execute: true

      outcomes:
        - otherwise: true
          resolved: "Your question is about {intent}."
          data: { topic: intent }
      """;

  private static int writeDataset(List<Row> rows, Path file) throws IOException {
    StringBuilder csv = new StringBuilder("text,intent\n");
    for (Row row : rows) {
      csv.append('"').append(row.text().replace("\"", "\"\"")).append("\",");
      csv.append(row.intent()).append('\n');
    }
    Files.writeString(file, csv);
    return rows.size();
  }

  /** A YAML double-quoted scalar. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A row of the data set; text in one line. */
  private record Row(String text, String intent) {

    Row {
      text = text.strip().replaceAll("\\s+", " ");
      intent = intent.strip();
    }
  }

  private static List<Row> rows(Path file) throws IOException {
    List<List<String>> records = records(Files.readString(file));
    if (records.isEmpty() || !records.getFirst().equals(List.of("text", "category"))) {
      throw new IllegalArgumentException(file + ": expected the header text,category");
    }
    return records.stream()
        .skip(1)
        .map(record -> row(file, record))
        .toList();
  }

  private static Row row(Path file, List<String> record) {
    if (record.size() != 2) {
      throw new IllegalArgumentException(file + ": expected two fields, found " + record);
    }
    return new Row(record.get(0), record.get(1));
  }

  /** The records of a CSV text, quotes and line breaks within them as in RFC 4180. */
  private static List<List<String>> records(String csv) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        record.add(take(field));
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    if (!field.isEmpty() || !record.isEmpty()) {
      record.add(take(field));
      records.add(record);
    }
    return records;
  }

  private static String take(StringBuilder field) {
    String taken = field.toString();
    field.setLength(0);
    return taken;
  }

  private static Map<String, String> options(String[] arguments) {
    if (arguments.length == 0 || arguments.length % 2 != 0) {
      throw new IllegalArgumentException(USAGE);
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private static String required(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException("missing " + name + "\n" + USAGE);
    }
    return value;
  }
}
