package dev.workflowexecutor.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final Workflow FIRST = Packs.networkWorkflow();
  private static final Workflow SECOND = changed("version: 1", "version: 2");

  private static Workflow changed(String target, String replacement) {
    Map<String, String> files = Packs.network();
    files.put("network.yaml", Packs.NETWORK.replace(target, replacement));
    return Packs.compiled(files).getFirst();
  }

  @Test
  void findsWorkflowsByNameVersionAndIntent() {
    Catalog catalog = Catalog.of(List.of(SECOND, FIRST));

    assertThat(catalog.find("network-troubleshooting", 1)).contains(FIRST);
    assertThat(catalog.find("network-troubleshooting", 3)).isEmpty();
    assertThat(catalog.find("other", 1)).isEmpty();
    assertThat(catalog.latest("network-troubleshooting")).contains(SECOND);
    assertThat(catalog.latest()).containsExactly(SECOND);
    assertThat(catalog.all()).containsExactly(FIRST, SECOND);
    assertThat(catalog.byIntent("slow_internet")).contains(SECOND);
    assertThat(catalog.byIntent("other")).isEmpty();
    assertThat(Catalog.empty().latest()).isEmpty();
  }

  @Test
  void staysAsItIsWhenAWorkflowJoins() {
    Catalog one = Catalog.empty().with(FIRST);

    Catalog two = one.with(SECOND);

    assertThat(one.all()).containsExactly(FIRST);
    assertThat(two.all()).containsExactly(FIRST, SECOND);
  }

  @Test
  void hasTheSameHashInWhicheverOrderWorkflowsCome() {
    Catalog catalog = Catalog.of(List.of(FIRST, SECOND));

    assertThat(catalog.hash()).isEqualTo(Catalog.empty().with(SECOND).with(FIRST).hash());
    assertThat(catalog.hash()).isNotEqualTo(Catalog.of(List.of(FIRST)).hash());
  }

  @Test
  void givesAnIntentUpWhenTheLatestVersionDoes() {
    Catalog catalog = Catalog.of(List.of(FIRST, withRenamedIntent()));

    assertThat(catalog.byIntent("slow_internet")).isEmpty();
    assertThat(catalog.byIntent("very_slow")).contains(withRenamedIntent());
  }

  private static Workflow withRenamedIntent() {
    Map<String, String> files = Packs.network();
    files.put(
        "network.yaml",
        Packs.NETWORK.replace("slow_internet", "very_slow").replace("version: 1", "version: 3"));
    return Packs.compiled(files).getFirst();
  }

  @Test
  void hasNoConflictWithTheSameOrANewVersion() {
    Catalog catalog = Catalog.of(List.of(FIRST));

    assertThat(catalog.conflicts(FIRST)).isEmpty();
    assertThat(catalog.conflicts(SECOND)).isEmpty();
  }

  @Test
  void conflictsWithOtherContentOfAPublishedVersion() {
    Catalog catalog = Catalog.of(List.of(FIRST));

    assertThat(catalog.conflicts(changed("description: Finds", "description: Looks for")))
        .extracting(Finding::toString)
        .singleElement()
        .asString()
        .contains("expected the content that was published as network-troubleshooting@1");
  }

  @Test
  void conflictsWithAnotherOwnerOfAnIntent() {
    Catalog catalog = Catalog.of(List.of(FIRST));

    assertThat(catalog.conflicts(changed("network-troubleshooting", "other")))
        .extracting(Finding::found)
        .containsExactly("'slow_internet' of workflow network-troubleshooting");
  }
}
