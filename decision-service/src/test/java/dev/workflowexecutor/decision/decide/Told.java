package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Reading;
import dev.workflowexecutor.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** A conversation as a scenario file tells it. */
record Told(String scenario, List<Turn> turns) {

  /** What is expected of a decision, by the part that is looked at. */
  record Expected(boolean duplicate, Map<String, Object> fields) {}

  /** One message, what a reader found in it, and what is to come of it. */
  record Turn(Map<String, Object> told) {

    // fact=value [Quote] [-corrected]
    private static final Pattern FOUND =
        Pattern.compile("(\\w+)=(INR [\\d.]+|\\w+)(?: (\\w+))?(?: -(\\w+))?");

    boolean publish() {
      return told.containsKey("publish");
    }

    Expected expect() {
      Map<String, Object> fields = object(Objects.requireNonNull(told.get("expect")));
      return new Expected(fields.remove("duplicate") != null, fields);
    }

    Said said(int number, List<Workflow> workflows) {
      Said said = Said.text(text("problem").orElse("p" + number), text("say").orElseThrow());
      for (String found : list("found")) {
        for (FoundFact fact : found(found, said.text(), workflows)) {
          said = said.with(fact);
        }
      }
      said = text("intent").map(said::naming).orElse(said);
      said = text("act").map(Act::valueOf).map(said::doing).orElse(said);
      said = text("reading").map(Reading::valueOf).map(said::read).orElse(said);
      said = text("after").map(Duration::parse).map(said::after).orElse(said);
      said = told.containsKey("continues") ? said.continuing() : said;
      Map<String, String> attributes = new TreeMap<>();
      object(told.getOrDefault("attributes", Map.of()))
          .forEach((name, value) -> attributes.put(name, value.toString()));
      return said.given(attributes);
    }

    // Readers look for the facts of all workflows in every message.
    private static List<FoundFact> found(String told, String text, List<Workflow> workflows) {
      Matcher found = FOUND.matcher(told);
      if (!found.matches()) {
        throw new AssertionError("expected fact=value [Quote] [-corrected], found " + told);
      }
      String quote = Objects.requireNonNullElse(found.group(3), text);
      return workflows.stream()
          .filter(workflow -> workflow.facts().containsKey(found.group(1)))
          .map(Workflow::name)
          .distinct()
          .map(
              name ->
                  new FoundFact(
                      name,
                      found.group(1),
                      found.group(2),
                      quote,
                      Optional.ofNullable(found.group(4))))
          .toList();
    }

    private Optional<String> text(String key) {
      return Optional.ofNullable(told.get(key)).map(Object::toString);
    }

    private List<String> list(String key) {
      List<String> texts = new ArrayList<>();
      ((List<?>) told.getOrDefault(key, List.of())).forEach(it -> texts.add(it.toString()));
      return texts;
    }
  }

  static List<Told> read(String name) {
    String path = "/conversations/" + name + ".yaml";
    try (InputStream in = Told.class.getResourceAsStream(path)) {
      Map<String, Object> file = object(new Yaml().load(Objects.requireNonNull(in, path)));
      List<Told> scenarios = new ArrayList<>();
      for (Object it : (List<?>) Objects.requireNonNull(file.get("scenarios"))) {
        scenarios.add(told(object(it)));
      }
      return scenarios;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Told told(Map<String, Object> scenario) {
    List<Turn> turns = new ArrayList<>();
    for (Object turn : (List<?>) Objects.requireNonNull(scenario.get("turns"))) {
      turns.add(new Turn(object(turn)));
    }
    return new Told(Objects.requireNonNull(scenario.get("scenario")).toString(), turns);
  }

  private static Map<String, Object> object(Object value) {
    Map<String, Object> object = new TreeMap<>();
    ((Map<?, ?>) value).forEach((key, it) -> object.put(key.toString(), it));
    return object;
  }
}
