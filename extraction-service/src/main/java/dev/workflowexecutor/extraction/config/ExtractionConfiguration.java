package dev.workflowexecutor.extraction.config;

import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.extraction.kafka.ProblemHandler;
import dev.workflowexecutor.extraction.reader.ReaderChain;
import dev.workflowexecutor.extraction.reader.TrainedReaders;
import dev.workflowexecutor.kafka.boot.ContractStart;
import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumer;
import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumerBuilder;
import dev.workflowexecutor.kafka.deadletter.DeadLetterPublisher;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import dev.workflowexecutor.kafka.gate.ContractGate;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the service and how they are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ExtractionProperties.class, TopicProperties.class})
public class ExtractionConfiguration {

  private static final String SERVICE = "extraction-service";
  private static final List<Topic> TOPICS =
      List.of(Topic.PROBLEMS_RAW, Topic.INTENTS_EXTRACTED, Topic.WORKFLOWS_DEFINITIONS);

  @Bean
  ContractStart contractStart(KafkaProperties kafka) {
    return new ContractStart(
        new ContractGate(
            SERVICE,
            kafka.buildProducerProperties(),
            List.of(Topic.PROBLEMS_RAW, Topic.WORKFLOWS_DEFINITIONS),
            List.of(Topic.INTENTS_EXTRACTED)));
  }

  @Bean(destroyMethod = "")
  DefinitionsFollower definitionsFollower(KafkaProperties kafka) {
    return new DefinitionsFollower(kafka.buildConsumerProperties());
  }

  @Bean(destroyMethod = "")
  TrainedReaders trainedReaders(ExtractionProperties properties, MeterRegistry meters) {
    return new TrainedReaders(
        new ReaderChain(properties.llm(System::getenv), new ModelMetrics(meters)),
        properties.trainingPatience());
  }

  @Bean(destroyMethod = "")
  KafkaProducer<String, ExtractedIntent> intentProducer(KafkaProperties kafka) {
    Map<String, Object> config = kafka.buildProducerProperties();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return new KafkaProducer<>(config, new StringSerializer(), ConfiguredSerdes.serializer(config));
  }

  @Bean(destroyMethod = "")
  DeadLetterPublisher deadLetters(KafkaProperties kafka, MeterRegistry meters) {
    return DeadLetterPublisher.connect(kafka.buildProducerProperties(), SERVICE, meters);
  }

  @Bean(destroyMethod = "")
  KeyOrderedConsumer<RawProblem> problemConsumer(
      KafkaProperties kafka,
      ExtractionProperties properties,
      TrainedReaders readers,
      KafkaProducer<String, ExtractedIntent> intents,
      DeadLetterPublisher deadLetters,
      MeterRegistry meters) {
    Map<String, Object> config = kafka.buildConsumerProperties();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, SERVICE);
    return new KeyOrderedConsumerBuilder<>(
            config,
            ConfiguredSerdes.deserializer(RawProblem.class, config),
            new ProblemHandler(readers, intents, meters, Clock.systemUTC()),
            deadLetters)
        .topics(Topic.PROBLEMS_RAW)
        .maxInFlight(properties.maxInFlight())
        .meters(meters)
        .build();
  }

  /** Named for its place in the health endpoint. */
  @Bean("extraction")
  ExtractionLifecycle extractionLifecycle(
      KafkaProperties kafka,
      TopicProperties topics,
      DefinitionsFollower definitions,
      TrainedReaders readers,
      KeyOrderedConsumer<RawProblem> consumer,
      KafkaProducer<String, ExtractedIntent> intents,
      DeadLetterPublisher deadLetters,
      ExtractionProperties properties) {
    return new ExtractionLifecycle(
        () -> createTopics(kafka.buildAdminProperties(), topics),
        definitions,
        readers,
        consumer,
        List.of(intents, deadLetters),
        properties);
  }

  private static void createTopics(Map<String, Object> admin, TopicProperties topics) {
    if (topics.create()) {
      TopicCreation.createMissing(admin, TOPICS, topics.partitions(), topics.replication());
    }
  }
}
