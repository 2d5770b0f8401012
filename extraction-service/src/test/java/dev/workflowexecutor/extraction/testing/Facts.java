package dev.workflowexecutor.extraction.testing;

import com.google.re2j.Pattern;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import java.util.List;

/** A workflow with a fact of every type, each named as its type. */
public final class Facts {

  private Facts() {}

  /** Its catalog, without any intent. */
  public static Catalog catalog() {
    return Catalogs.of("all", List.of(), all());
  }

  /** The type of one of them. */
  public static FactType type(String name) {
    return all().stream().filter(fact -> fact.name().equals(name)).findFirst().orElseThrow().type();
  }

  /** Its facts. */
  public static List<Fact> all() {
    return List.of(
        Catalogs.fact("text", new FactType.Text()),
        Catalogs.fact(
            "choice",
            new FactType.Choice(
                List.of(
                    new ChoiceValue("west", List.of("mumbai", "navi mumbai", "pune", "port blair")),
                    new ChoiceValue("south", List.of("chennai", "hyderabad", "bengaluru"))))),
        Catalogs.fact("boolean", new FactType.Bool()),
        Catalogs.fact("integer", new FactType.IntegerNumber()),
        Catalogs.fact("number", new FactType.DecimalNumber()),
        Catalogs.fact("money", new FactType.Money()),
        Catalogs.fact("date", new FactType.Date()),
        Catalogs.fact("time", new FactType.Time()),
        Catalogs.fact("duration", new FactType.Duration()),
        Catalogs.fact("phone", new FactType.Phone()),
        Catalogs.fact("email", new FactType.Email()),
        Catalogs.fact("identifier", new FactType.Identifier(Pattern.compile("AB[0-9]{4,8}"))));
  }
}
