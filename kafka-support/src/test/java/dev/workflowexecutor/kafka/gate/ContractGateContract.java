package dev.workflowexecutor.kafka.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.serde.Evolution;
import dev.workflowexecutor.kafka.serde.PublicSchema;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What the gate does before any registry, a mock or a real one, that is empty at first. */
abstract class ContractGateContract {

  static final Topic READ = Topic.INTENTS_EXTRACTED;
  static final Topic WRITTEN = Topic.DECISIONS_VALIDATED;
  private static final String TICKET_ID = "{\"name\":\"ticketId\",\"type\":\"string\"";

  /** The configuration of a client of the registry. */
  abstract Map<String, Object> config();

  private SchemaRegistry registry() {
    return SchemaRegistry.connect(config());
  }

  private ContractGate gate(Object... more) {
    var config = new HashMap<>(config());
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i].toString(), more[i + 1]);
    }
    return new ContractGate("a-service", config, List.of(READ), List.of(WRITTEN));
  }

  private void register(Topic topic, Schema schema) {
    registry().register(topic.subject(), schema);
  }

  private void protect(Topic topic, CompatibilityLevel level) {
    registry().setCompatibility(topic.subject(), level);
  }

  private static Schema schema(Topic topic) {
    return PublicSchema.of(topic.schema());
  }

  @Test
  void registersWhatItWritesAndHoldsItToFullCompatibility() throws Exception {
    gate().awaitOpen();

    assertThat(registry().lookup(WRITTEN.subject(), schema(WRITTEN))).isPresent();
    assertThat(registry().compatibility(WRITTEN.subject()))
        .contains(CompatibilityLevel.FULL_TRANSITIVE);
    assertThat(registry().versions(READ.subject())).isEmpty();
  }

  @Test
  void changesNothingTheSecondTime() throws Exception {
    gate().awaitOpen();
    gate().awaitOpen();

    assertThat(registry().versions(WRITTEN.subject())).containsExactly(1);
  }

  @Test
  void namesSubjectVersionFieldAndRuleOfAnIncompatibleVersion() {
    register(READ, schema(READ));
    protect(READ, CompatibilityLevel.NONE);
    register(READ, Evolution.withoutField(schema(READ), "ticketId"));

    assertThatThrownBy(() -> gate().awaitOpen())
        .isInstanceOf(ContractsRefusedException.class)
        .hasMessageStartingWith("a-service can't start: its contracts don't fit")
        .hasMessageContaining(
            "\n  intents.extracted-value: field ticketId of registered version 2 breaks the schema"
                + " here (REQUIRED_FIELD_REMOVED): the schema here can't read records of the"
                + " registered one (they have no value for it); compatible would be: keep the field");
    assertThat(registry().versions(WRITTEN.subject())).as("registers nothing then").isEmpty();
  }

  @Test
  void comparesWithOlderVersionsToo() {
    register(
        WRITTEN,
        Evolution.replacing(schema(WRITTEN), TICKET_ID, "{\"name\":\"ticketId\",\"type\":\"int\""));

    assertThatThrownBy(() -> gate().awaitOpen())
        .hasMessageContaining(
            "decisions.validated-value: field ticketId of the schema here breaks registered version"
                + " 1 (TYPE_CHANGED)");
  }

  @Test
  void acceptsANewerVersionOfAReleaseThatIsBeingRolledOut() throws Exception {
    register(READ, schema(READ));
    protect(READ, CompatibilityLevel.FULL_TRANSITIVE);
    register(
        READ,
        Evolution.withOptionalField(
            Evolution.replacing(schema(READ), "\"symbols\":[", "\"symbols\":[\"NEW_ONE\","),
            "invented"));

    gate().awaitOpen();

    assertThat(registry().versions(READ.subject())).containsExactly(1, 2);
  }

  @Test
  void acceptsThatOnlyTheNewerReleaseWasEverRegistered() throws Exception {
    register(READ, Evolution.replacing(schema(READ), "\"symbols\":[", "\"symbols\":[\"NEW_ONE\","));

    gate().awaitOpen();

    assertThat(registry().versions(READ.subject())).containsExactly(1);
  }

  @Test
  void refusesAWeakerLevelThatSomebodyChose() {
    register(READ, schema(READ));
    protect(READ, CompatibilityLevel.FORWARD);

    assertThatThrownBy(() -> gate().awaitOpen())
        .hasMessageContaining(
            "intents.extracted-value: expected compatibility level FULL_TRANSITIVE, found FORWARD;"
                + " set it with: wfx schemas register intents.extracted-value --registry ");
    assertThat(registry().compatibility(READ.subject())).contains(CompatibilityLevel.FORWARD);
  }

  @Test
  void setsALevelThatNobodyChose() throws Exception {
    register(READ, schema(READ));

    gate().awaitOpen();

    assertThat(registry().compatibility(READ.subject()))
        .contains(CompatibilityLevel.FULL_TRANSITIVE);
  }

  @Test
  void setsAndRegistersNothingWhereItMayNot() {
    register(READ, schema(READ));

    assertThatThrownBy(() -> gate("auto.register.schemas", false).awaitOpen())
        .hasMessageContaining(
            "decisions.validated-value: expected the schema here as one of its versions, found none;"
                + " register it with: wfx schemas register decisions.validated-value --registry ")
        .hasMessageContaining("intents.extracted-value: expected compatibility level")
        .extracting(e -> ((ContractsRefusedException) e).misfits().size())
        .isEqualTo(2);
    assertThat(registry().versions(WRITTEN.subject())).isEmpty();
  }

  @Test
  void opensWithoutRegisteringWhereEverythingIsThere() throws Exception {
    for (Topic topic : List.of(READ, WRITTEN)) {
      register(topic, schema(topic));
      protect(topic, CompatibilityLevel.FULL_TRANSITIVE);
    }

    gate("auto.register.schemas", false).awaitOpen();

    assertThat(registry().versions(WRITTEN.subject())).containsExactly(1);
  }

  @Test
  void needsNoVersionOfItsOwnWhereItWritesWithTheLatest() throws Exception {
    register(WRITTEN, Evolution.withOptionalField(schema(WRITTEN), "invented"));
    protect(WRITTEN, CompatibilityLevel.FULL_TRANSITIVE);

    gate("auto.register.schemas", false, "use.latest.version", true).awaitOpen();

    assertThat(registry().versions(WRITTEN.subject())).containsExactly(1);
  }
}
