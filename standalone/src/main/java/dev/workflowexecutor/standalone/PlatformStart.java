package dev.workflowexecutor.standalone;

import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.standalone.broker.KafkaBroker;
import dev.workflowexecutor.standalone.data.DataFolder;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import dev.workflowexecutor.standalone.registry.RegistryProcess;
import dev.workflowexecutor.standalone.services.EmbeddedServices;
import dev.workflowexecutor.standalone.services.EmbeddingSettings;
import dev.workflowexecutor.standalone.startup.Port;
import dev.workflowexecutor.standalone.startup.Progress;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LoggingSystem;

/** One start of a platform: what must be there before what. */
final class PlatformStart {

  private static final int PARTITIONS = 6;

  private final PlatformSettings settings;
  private final Progress progress;
  private final Parts parts = Parts.endedAtExit();

  PlatformStart(PlatformSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  Platform run() {
    // The services share one JVM, and each would configure its one logging system anew.
    if (System.getProperty(LoggingSystem.SYSTEM_PROPERTY) == null) {
      System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }
    try {
      return start();
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private Platform start() {
    List<CompiledPack> packs =
        settings.packs().stream().flatMap(place -> CompiledPack.at(place).stream()).toList();
    DataFolder data = parts.add(DataFolder.open(settings.data()));
    int http = Port.free("HTTP", "--http-port", settings.ports().http());
    // The registry takes longest and is another process, so everything else goes on beside it.
    RegistryProcess registry =
        parts.add(
            RegistryProcess.start(
                data.part("registry"),
                data.part("logs").resolve("registry.log"),
                settings.ports().registry()));
    KafkaBroker broker = parts.add(KafkaBroker.start(data.part("kafka"), settings.ports().kafka()));
    TopicCreation.createMissing(
        Map.of("bootstrap.servers", broker.address()),
        EnumSet.allOf(Topic.class),
        PARTITIONS,
        (short) 1);
    progress.step("Kafka broker on " + broker.address());
    registry.awaitReady();
    progress.step("schema registry on " + registry.address());
    new PackPublication(client(broker, registry))
        .publish(packs, (it, result) -> progress.step(it.key() + " " + result.words()));
    EmbeddedServices services =
        parts.add(EmbeddedServices.start(embedding(data, broker, registry, http), progress));
    return new Platform(parts, data.root(), broker.address(), registry, services);
  }

  /** What publishes packs writes and reads with the same classes as the services. */
  private Map<String, Object> client(KafkaBroker broker, RegistryProcess registry) {
    Map<String, Object> client = new HashMap<>();
    client.put("bootstrap.servers", broker.address());
    client.put("schema.registry.url", registry.address().toString());
    client.put("specific.avro.reader", true);
    client.put("avro.remove.java.properties", true);
    pass("spring.kafka.producer.value-serializer", ConfiguredSerdes.SERIALIZER, client);
    pass("spring.kafka.consumer.value-deserializer", ConfiguredSerdes.DESERIALIZER, client);
    return client;
  }

  private void pass(String property, String key, Map<String, Object> client) {
    String value = settings.properties().get(property);
    if (value != null) {
      client.put(key, value);
    }
  }

  private EmbeddingSettings embedding(
      DataFolder data, KafkaBroker broker, RegistryProcess registry, int http) {
    return new EmbeddingSettings(
        broker.address(),
        registry.address(),
        http,
        data.part("streams"),
        data.part("gateway"),
        settings.tools(),
        settings.properties());
  }
}
