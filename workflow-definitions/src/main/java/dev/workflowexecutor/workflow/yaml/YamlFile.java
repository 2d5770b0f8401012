package dev.workflowexecutor.workflow.yaml;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into nodes and nothing else: no types, no tags, few aliases, bounded size and depth.
 *
 * @see <a href="https://yaml.org/spec/1.1/">YAML 1.1</a>
 */
public final class YamlFile {

  private static final int MAX_CODE_POINTS = 2_000_000;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_ALIASES = 50;

  private static final String ADVICE =
      "put a text with special characters such as : ? # { } [ ] & * in quotes";

  private YamlFile() {}

  /** The root of the only document in a text; empty if it is no YAML, which is then a finding. */
  public static Optional<Node> read(String file, String text, Findings findings) {
    try {
      LoaderOptions options = options();
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      var root = new Composer(parser, new Resolver(), options).getSingleNode();
      if (root == null) {
        findings.error(Place.startOf(file), "a YAML mapping", "an empty file", "");
        return Optional.empty();
      }
      return new NodeReader(file, text, findings).read(root);
    } catch (MarkedYAMLException e) {
      findings.error(place(file, e.getProblemMark()), "YAML", problem(e), ADVICE);
    } catch (ReaderException e) {
      findings.error(
          firstPlace(file, text, e.getCodePoint()),
          "text of printable characters",
          "the character U+" + "%04X".formatted(e.getCodePoint()),
          "remove it, or write it as an escape in double quotes");
    } catch (YAMLException e) {
      findings.error(Place.startOf(file), "YAML", String.valueOf(e.getMessage()), "");
    }
    return Optional.empty();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    return options;
  }

  private static String problem(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return context + e.getProblem();
  }

  private static Place place(String file, @Nullable Mark mark) {
    return mark == null
        ? Place.startOf(file)
        : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  // The reader counts from where its buffer begins, so the character is looked up again.
  private static Place firstPlace(String file, String text, int codePoint) {
    int[] codePoints = text.codePoints().toArray();
    int index = 0;
    while (index < codePoints.length && codePoints[index] != codePoint) {
      index++;
    }
    return Lines.place(Place.startOf(file), codePoints, 0, index);
  }
}
