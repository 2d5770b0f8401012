package dev.workflowexecutor.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.TestBroker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicCreationIT {

  private static final List<Topic> ALL = Arrays.asList(Topic.values());

  @Test
  void createsWhatIsMissingForSeveralServicesAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        threads.submit(() -> TopicCreation.createMissing(TestBroker.config(), ALL, 3, (short) 1));
      }
    }
    TopicCreation.createMissing(TestBroker.config(), ALL, 7, (short) 1);

    try (Admin admin = Admin.create(TestBroker.config())) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
      for (Topic topic : ALL) {
        int expected = topic == Topic.WORKFLOWS_DEFINITIONS ? 1 : 3;
        assertThat(partitions(topics, topic.topicName())).isEqualTo(expected);
        assertThat(partitions(topics, topic.deadLetterName())).isEqualTo(expected);
      }
      assertThat(setting(admin, Topic.WORKFLOWS_DEFINITIONS, "cleanup.policy"))
          .isEqualTo("compact");
      assertThat(setting(admin, Topic.PROBLEMS_RAW, "retention.ms")).isEqualTo("-1");
    }
  }

  private static int partitions(Map<String, TopicDescription> topics, String name) {
    return Objects.requireNonNull(topics.get(name)).partitions().size();
  }

  private static String setting(Admin admin, Topic topic, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    return Objects.requireNonNull(settings).get(name).value();
  }
}
