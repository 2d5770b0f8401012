package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.events.ExtractedIntent;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Keeps the bytes beside what another deserializer makes of them. */
final class IncomingIntentDeserializer implements Deserializer<IncomingIntent> {

  private final Deserializer<ExtractedIntent> values;

  IncomingIntentDeserializer(Deserializer<ExtractedIntent> values) {
    this.values = values;
  }

  @Override
  public @Nullable IncomingIntent deserialize(String topic, byte @Nullable [] bytes) {
    return bytes == null ? null : new IncomingIntent(bytes, values.deserialize(topic, bytes));
  }

  @Override
  public @Nullable IncomingIntent deserialize(
      String topic, Headers headers, byte @Nullable [] bytes) {
    return bytes == null
        ? null
        : new IncomingIntent(bytes, values.deserialize(topic, headers, bytes));
  }

  @Override
  public void close() {
    values.close();
  }
}
