package dev.workflowexecutor.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.standalone.startup.Port;
import dev.workflowexecutor.standalone.startup.StartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

  @TempDir Path folder;

  @Test
  void keepsItsRecordsOverARestartOnOtherPorts() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
      createTopic(broker);
      write(broker);
    }

    try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
      assertThat(read(broker)).containsExactly("kept");
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (var taken = Port.bind("a test", "nothing", 0)) {
      int port = Port.number(taken);

      assertThatThrownBy(() -> KafkaBroker.start(folder, port))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("port " + port + " for Kafka is taken")
          .hasMessageContaining("--kafka-port");
    }
  }

  private static void createTopic(KafkaBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1))).all().get();
    }
  }

  private static void write(KafkaBroker broker) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.address(), "transactional.id", "writer");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("letters", "kept")).get();
      producer.commitTransaction();
    }
  }

  private static List<String> read(KafkaBroker broker) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition("letters", 0)));
      consumer.seekToBeginning(consumer.assignment());
      return Awaitility.await()
          .until(
              () -> {
                var values = new java.util.ArrayList<String>();
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values;
              },
              values -> !values.isEmpty());
    }
  }
}
