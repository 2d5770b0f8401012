package dev.workflowexecutor.kafka.gate;

import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.serde.SerdeConfig;
import dev.workflowexecutor.schemas.Violation;

/** One way in which a contract and what the registry holds don't fit together. */
public sealed interface Misfit {

  /** The registry's subject, for example {@code problems.raw-value}. */
  String subject();

  /** One line for people: the subject, what was expected and found there, and what to do. */
  String message();

  /** A registered version and the schema here can't read each other's records, or misread them. */
  record Incompatible(Violation violation, Newer newer) implements Misfit {

    /** Which of the two schemas came later and so breaks the other. */
    public enum Newer {
      HERE,
      REGISTERED
    }

    @Override
    public String subject() {
      return violation.subject();
    }

    @Override
    public String message() {
      String where = violation.place().isEmpty() ? "the record" : "field " + violation.place();
      String breaks =
          switch (newer) {
            case HERE ->
                "%s of the schema here breaks registered version %d"
                    .formatted(where, violation.version());
            case REGISTERED ->
                "%s of registered version %d breaks the schema here"
                    .formatted(where, violation.version());
          };
      return "%s: %s (%s): %s; compatible would be: %s"
          .formatted(
              subject(), breaks, violation.rule(), violation.found(), violation.rule().advice());
    }
  }

  /** A registered version is no Avro schema, or none that can be parsed. */
  record NoAvroSchema(String subject, int version) implements Misfit {

    @Override
    public String message() {
      return "%s: expected an Avro schema as registered version %d, found none that can be read; take that version out of the registry"
          .formatted(subject, version);
    }
  }

  /** The subject takes new versions that could break earlier ones. */
  record WrongLevel(String subject, CompatibilityLevel found, String command) implements Misfit {

    @Override
    public String message() {
      return "%s: expected compatibility level %s, found %s; set it with: %s"
          .formatted(subject, CompatibilityLevel.FULL_TRANSITIVE, found, command);
    }
  }

  /** The schema to write with isn't registered, and may not be by the service itself. */
  record NotRegistered(String subject, String command) implements Misfit {

    @Override
    public String message() {
      return "%s: expected the schema here as one of its versions, found none; register it with: %s, or set %s"
          .formatted(subject, command, SerdeConfig.AUTO_REGISTER);
    }
  }

  /** The registry said no to a request. */
  record Refused(String subject, String reason) implements Misfit {

    @Override
    public String message() {
      return "%s: %s".formatted(subject, reason);
    }
  }
}
