package dev.workflowexecutor.kafka.gate;

import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.RegistryRefusedException;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one topic's contract.
 *
 * @param misfits what speaks against taking records
 * @param registers whether the schema here is to be registered
 * @param protects whether the subject's compatibility level is to be set
 */
record Judgement(Topic topic, List<Misfit> misfits, boolean registers, boolean protects) {

  Judgement {
    misfits = List.copyOf(misfits);
  }

  /**
   * What a service may do by itself.
   *
   * @param registers {@code auto.register.schemas}
   * @param takesLatest {@code use.latest.version}, which asks for any version to write with
   */
  record Policy(boolean registers, boolean takesLatest) {}

  static Judgement of(RegistryContracts contracts, Topic topic, boolean isWritten, Policy policy) {
    try {
      SubjectReport report = contracts.inspect(topic);
      return report.versions().isEmpty() && !isWritten
          ? new Judgement(topic, List.of(), false, false)
          : of(report, topic, isWritten, policy, contracts.command(topic.subject()));
    } catch (RegistryRefusedException e) {
      return refused(topic, e);
    }
  }

  static Judgement of(
      SubjectReport report, Topic topic, boolean isWritten, Policy policy, String command) {
    List<Misfit> misfits = new ArrayList<>(report.misfits());
    boolean isMissing = isWritten && report.ownVersion().isEmpty();
    boolean takesAnother =
        !policy.registers() && policy.takesLatest() && !report.versions().isEmpty();
    boolean registers = isMissing && !takesAnother;
    if (registers && !policy.registers()) {
      misfits.add(new Misfit.NotRegistered(report.subject(), command));
    }
    wrongLevel(report, policy, command).ifPresent(misfits::add);
    return new Judgement(topic, misfits, registers, !report.level().isFullTransitive());
  }

  private static Optional<Misfit> wrongLevel(SubjectReport report, Policy policy, String command) {
    return switch (report.level()) {
      case Level level when level.isFullTransitive() -> Optional.empty();
      // The command that registers a subject sets its level too.
      case Level.Unknown _ -> Optional.empty();
      case Level.Default(CompatibilityLevel found) ->
          policy.registers()
              ? Optional.empty()
              : Optional.of(new Misfit.WrongLevel(report.subject(), found, command));
      case Level.Chosen(CompatibilityLevel found) ->
          Optional.of(new Misfit.WrongLevel(report.subject(), found, command));
    };
  }

  /** The same after what was to be done is done, or was refused. */
  Judgement settled(RegistryContracts contracts) {
    try {
      if (registers) {
        contracts.register(topic);
      }
      if (protects) {
        protect(contracts);
      }
      return new Judgement(topic, misfits, false, false);
    } catch (RegistryRefusedException e) {
      return refused(topic, e);
    }
  }

  /** Its owner may be starting too: then it is done, whoever did it. */
  private void protect(RegistryContracts contracts) {
    try {
      contracts.protect(topic);
    } catch (RegistryRefusedException e) {
      if (!contracts.inspect(topic).level().isFullTransitive()) {
        throw e;
      }
    }
  }

  private static Judgement refused(Topic topic, RegistryRefusedException refusal) {
    Misfit misfit = new Misfit.Refused(topic.subject(), String.valueOf(refusal.getMessage()));
    return new Judgement(topic, List.of(misfit), false, false);
  }
}
