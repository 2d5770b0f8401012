package dev.workflowexecutor.kafka.serde;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.LogicalTypeFactory;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that the generated records may be loaded by their schemas' names; since 1.12.1 it
 * loads no class that nobody vouched for.
 *
 * <p>It is a logical type's factory only because Avro finds those by itself and before it reads its
 * first schema, so that no service and no test has to remember a system property. It lives here and
 * not beside the schemas, because the plugin that generates the records would load it there, on a
 * JDK that may be too old for it.
 */
public final class TrustedRecords implements LogicalTypeFactory {

  private static final String PACKAGE = "dev.workflowexecutor.events.";
  private static final String NAME = "workflow-executor-trusted-records";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(PACKAGE)));
  }

  /** The factory, made by Avro. */
  public TrustedRecords() {}

  /** Makes sure that Avro was told, also where class loaders hide the factory from it. */
  public static void ensure() {
    // Loading the class did it.
  }

  @Override
  public String getTypeName() {
    return NAME;
  }

  @Override
  public LogicalType fromSchema(Schema schema) {
    return new LogicalType(NAME);
  }
}
