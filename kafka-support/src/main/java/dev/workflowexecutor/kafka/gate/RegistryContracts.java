package dev.workflowexecutor.kafka.gate;

import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.serde.PublicSchema;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Collection;
import java.util.List;

/**
 * The platform's contracts as a registry holds them: inspected, and registered where they are
 * missing. Thread-safe; subjects are asked about at once.
 *
 * <p>Methods throw {@link dev.workflowexecutor.kafka.registry.RegistryUnavailableException} if the
 * registry doesn't answer.
 */
public final class RegistryContracts {

  private final SchemaRegistry registry;

  public RegistryContracts(SchemaRegistry registry) {
    this.registry = registry;
  }

  /** What the registry holds of the topics' subjects, in the order of the topics. */
  public List<SubjectReport> inspect(Collection<Topic> topics) throws InterruptedException {
    return AtOnce.atOnce(topics, this::inspect);
  }

  /** What the registry holds of one topic's subject. */
  public SubjectReport inspect(Topic topic) {
    return new SubjectInspection(registry)
        .inspect(topic.subject(), PublicSchema.of(topic.schema()));
  }

  /** What keeps a service that writes the topic, and may register nothing, from starting. */
  public List<Misfit> misfits(Topic topic, SubjectReport report) {
    var policy = new Judgement.Policy(false, false);
    return Judgement.of(report, topic, true, policy, command(topic.subject())).misfits();
  }

  /**
   * Registers the schema here as the subject's newest version, or finds it there; before {@link
   * #protect}, because some registries set no level of a subject that isn't there.
   *
   * @throws dev.workflowexecutor.kafka.registry.RegistryRefusedException if the registry refuses
   */
  public void register(Topic topic) {
    registry.register(topic.subject(), PublicSchema.of(topic.schema()));
  }

  /**
   * Has the registry hold the subject to full transitive compatibility.
   *
   * @throws dev.workflowexecutor.kafka.registry.RegistryRefusedException if the registry refuses
   */
  public void protect(Topic topic) {
    registry.setCompatibility(topic.subject(), CompatibilityLevel.FULL_TRANSITIVE);
  }

  /** The command that registers a subject's schema and sets its level. */
  String command(String subject) {
    return "wfx schemas register " + subject + " --registry " + registry;
  }
}
