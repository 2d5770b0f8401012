package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which class a topic's records are read into: the one demanded, else the topic's own, else the
 * generated class with the name of the written schema.
 */
record ReaderTypes(Optional<Class<? extends SpecificRecord>> demanded) {

  Class<? extends SpecificRecord> of(String topic, Schema written) {
    return demanded
        .or(() -> Topic.named(topic).map(Topic::type))
        .orElseGet(() -> generated(written));
  }

  private static Class<? extends SpecificRecord> generated(Schema written) {
    if (written.getType() == Schema.Type.RECORD) {
      String name = SpecificData.getClassName(written);
      try {
        // Not initialized before it is known to be a generated record: the name is another's input.
        return Class.forName(name, false, ReaderTypes.class.getClassLoader())
            .asSubclass(SpecificRecord.class);
      } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
        throw unknown(written, e);
      }
    }
    throw unknown(written, null);
  }

  private static UnreadableRecordException unknown(Schema written, @Nullable Throwable cause) {
    return new UnreadableRecordException(
        Kind.INCOMPATIBLE_SCHEMA, "No generated record is named " + written.getFullName(), cause);
  }
}
