package dev.workflowexecutor.containers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaException;

/**
 * A consumer group as the broker sees it.
 *
 * @param partitionsByMember how many partitions each member has
 */
record ConsumerGroup(Map<String, Integer> partitionsByMember) {

  static ConsumerGroup of(String name, Map<String, Object> client) {
    try (Admin admin = Admin.create(client)) {
      Map<String, Integer> partitions = new HashMap<>();
      for (MemberDescription member :
          admin.describeConsumerGroups(List.of(name)).describedGroups().get(name).get().members()) {
        partitions.put(member.consumerId(), member.assignment().topicPartitions().size());
      }
      return new ConsumerGroup(Map.copyOf(partitions));
    } catch (ExecutionException e) {
      throw new KafkaException("can't describe the group " + name, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
