package dev.workflowexecutor.standalone;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Which threads of the services take records: each by its name and number, so that one that was
 * replaced is another one.
 */
record Life(Set<String> threads) {

  private static final Pattern TAKING =
      Pattern.compile("consumer-.*|definitions|gateway-(feed|projector)|.*StreamThread-\\d+");

  static Life now() {
    return new Life(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> TAKING.matcher(thread.getName()).matches())
            .map(thread -> thread.getName() + "#" + thread.threadId())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Stream threads of this JVM that failed, as Kafka Streams counts them. */
  static double failedStreamThreads() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      double failed = 0;
      for (ObjectName streams :
          beans.queryNames(new ObjectName("kafka.streams:type=stream-metrics,client-id=*"), null)) {
        failed += ((Number) beans.getAttribute(streams, "failed-stream-threads")).doubleValue();
      }
      return failed;
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }
}
