package dev.workflowexecutor.standalone.packs;

import dev.workflowexecutor.kafka.definitions.DefinitionsPublisher;
import dev.workflowexecutor.kafka.definitions.Publication;
import dev.workflowexecutor.standalone.startup.StartException;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Where packs are published.
 *
 * @param client configuration of a Kafka client, with {@code bootstrap.servers} and {@code
 *     schema.registry.url}
 */
public record PackPublication(Map<String, Object> client) {

  private static final int MILLISECONDS_TO_ANSWER = 30_000;

  public PackPublication {
    client = Map.copyOf(client);
  }

  /** What came of one workflow that wasn't refused. */
  public enum Result {
    PUBLISHED("published"),
    UNCHANGED("is published already");

    private final String words;

    Result(String words) {
      this.words = words;
    }

    /** The result in words that follow the workflow's name. */
    public String words() {
      return words;
    }
  }

  /**
   * Publishes the workflows of packs together and in order, telling what came of each.
   *
   * @throws StartException when one is refused, and then none is published; or when no broker
   *     answers
   */
  public void publish(List<CompiledPack> packs, BiConsumer<Workflow, Result> results) {
    if (packs.isEmpty()) {
      return;
    }
    requireBroker();
    List<Workflow> workflows = packs.stream().flatMap(pack -> pack.workflows().stream()).toList();
    List<Publication> publications;
    try (DefinitionsPublisher publisher = new DefinitionsPublisher(client)) {
      publications = publisher.publish(workflows, System.getProperty("user.name"));
    } catch (AuthorizationException e) {
      throw new StartException(
          "the Kafka broker at %s doesn't let this client publish: %s; grant it what a publisher needs with wfx acls apply"
              .formatted(client.get("bootstrap.servers"), e.getMessage()),
          e);
    } catch (KafkaException e) {
      throw new StartException("can't publish: " + e.getMessage(), e);
    }
    refuse(packs, workflows, publications);
    for (int i = 0; i < workflows.size(); i++) {
      if (publications.get(i) instanceof Publication.Published) {
        results.accept(workflows.get(i), Result.PUBLISHED);
      } else {
        results.accept(workflows.get(i), Result.UNCHANGED);
      }
    }
  }

  /** Tells of all that are refused, each with the folder of its pack. */
  private static void refuse(
      List<CompiledPack> packs, List<Workflow> workflows, List<Publication> publications) {
    List<String> refusals = new ArrayList<>();
    for (int i = 0; i < workflows.size(); i++) {
      if (publications.get(i) instanceof Publication.Refused(List<Finding> findings)) {
        refusals.add(refusal(packs, workflows.get(i), findings));
      }
    }
    if (!refusals.isEmpty()) {
      throw new StartException(String.join(System.lineSeparator(), refusals));
    }
  }

  private static String refusal(
      List<CompiledPack> packs, Workflow workflow, List<Finding> findings) {
    Path folder =
        packs.stream()
            .filter(pack -> pack.workflows().contains(workflow))
            .map(CompiledPack::folder)
            .findFirst()
            .orElseThrow();
    return "%s of %s can't be published:%n%s"
        .formatted(
            workflow.key(),
            folder,
            findings.stream()
                .map(Finding::toString)
                .collect(Collectors.joining(System.lineSeparator())));
  }

  /** Kafka's clients try for minutes; people want to know at once. */
  private void requireBroker() {
    Map<String, Object> config = new HashMap<>(client);
    config.putIfAbsent("request.timeout.ms", MILLISECONDS_TO_ANSWER);
    config.putIfAbsent("default.api.timeout.ms", MILLISECONDS_TO_ANSWER);
    try (Admin admin = Admin.create(config)) {
      admin.describeCluster().clusterId().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthenticationException refusal) {
        throw new StartException(
            "the Kafka broker at %s doesn't let this client in: %s; check its properties for security"
                .formatted(client.get("bootstrap.servers"), refusal.getMessage()),
            e);
      }
      throw unanswered(e);
    } catch (KafkaException e) {
      throw unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while looking for the Kafka broker", e);
    }
  }

  private StartException unanswered(Exception cause) {
    return new StartException(
        "no Kafka broker answers at %s; start the platform with wfx up, or name its broker with --kafka"
            .formatted(client.get("bootstrap.servers")),
        cause);
  }
}
