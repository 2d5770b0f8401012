package dev.workflowexecutor.benchmarks.banking;

import dev.workflowexecutor.benchmarks.platform.Address;
import dev.workflowexecutor.benchmarks.platform.EmbeddedPlatform;
import dev.workflowexecutor.benchmarks.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that sends a data set of questions through a platform. */
@Command(
    name = "banking",
    description =
        "Publishes every row of a data set to problems.raw and reports what came out of the"
            + " platform: accuracy, outcomes, throughput, end-to-end latency.")
public final class BankingCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "FILE",
      description = "CSV with the header text,intent")
  private Path dataset;

  @Option(
      names = "--workflows",
      paramLabel = "DIR",
      description = "a pack for a platform that is started in this process")
  private @Nullable Path workflows;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "a platform that runs already, with its workflows published")
  private @Nullable String kafka;

  @Option(names = "--registry", paramLabel = "URL", description = "the registry of that platform")
  private @Nullable String registry;

  @Option(
      names = "--in-flight",
      defaultValue = "64",
      paramLabel = "N",
      description = "problems on their way at most (default: ${DEFAULT-VALUE})")
  private int inFlight;

  @Option(
      names = "--limit",
      defaultValue = "2147483647",
      paramLabel = "N",
      description = "only the first N rows")
  private int limit;

  @Option(names = "--out", paramLabel = "DIR", description = "writes banking.md and banking.json")
  private @Nullable Path out;

  /** Filled in by the command line. */
  @SuppressWarnings("NullAway.Init") // Required options and the spec are set before call().
  public BankingCommand() {}

  @Override
  public Integer call() throws Exception {
    List<Question> questions = Question.read(dataset).stream().limit(limit).toList();
    TrafficFigures figures = figures(questions);
    Report.write("banking", figures.markdown(), figures, out);
    return figures.outcomes() == questions.size() ? 0 : 1;
  }

  private TrafficFigures figures(List<Question> questions) throws Exception {
    if (kafka != null && registry != null && workflows == null) {
      return through(new Address(kafka, registry), questions);
    }
    if (workflows == null || kafka != null || registry != null) {
      throw new ParameterException(
          spec.commandLine(), "expected either --workflows, or --kafka and --registry");
    }
    try (EmbeddedPlatform platform = EmbeddedPlatform.start(List.of(workflows))) {
      return through(platform.address(), questions);
    }
  }

  private TrafficFigures through(Address platform, List<Question> questions)
      throws InterruptedException {
    Traffic.Ids ids = new Traffic.Ids("bench-" + System.currentTimeMillis());
    return new Traffic(platform, ids, inFlight).run(questions);
  }
}
