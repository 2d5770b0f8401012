package dev.workflowexecutor.cli.extract;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.extraction.evaluate.Evaluation;
import dev.workflowexecutor.extraction.evaluate.EvaluationReport;
import dev.workflowexecutor.extraction.evaluate.LabelledRow;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wfx extract evaluate}: accuracy and speed of the reader on labelled texts. */
@Command(
    name = "evaluate",
    description =
        "Measures the configured reader (WFX_READER, as the platform) on a CSV file with the columns"
            + " text and intent.")
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Option(
      names = "--workflows",
      paramLabel = "DIR",
      required = true,
      description = "A pack, or a folder of packs, to train with; may be repeated.")
  private List<Path> workflows = List.of();

  @Option(
      names = "--dataset",
      paramLabel = "FILE.csv",
      required = true,
      description = "Labelled texts; an empty intent is out of scope.")
  private Path dataset = Path.of("");

  @Override
  public Integer call() {
    Catalog catalog =
        Catalog.of(
            workflows.stream()
                .flatMap(place -> CompiledPack.at(place).stream())
                .flatMap(pack -> pack.workflows().stream())
                .toList());
    List<LabelledRow> rows = rows();
    requireDeclared(rows, catalog);
    console.progress("training on the packs' examples ...");
    ExtractIntent reader = ConfiguredReader.in(System.getenv()).train(catalog);
    console.progress("reading %d texts ...".formatted(rows.size()));
    EvaluationReport report = Evaluation.of(reader, rows, Instant.now());
    console.answer(text(report), report);
    return Console.DONE;
  }

  private List<LabelledRow> rows() {
    try (Reader csv = Files.newBufferedReader(dataset)) {
      List<LabelledRow> rows = LabelledRow.readCsv(csv);
      if (rows.isEmpty()) {
        throw new CommandFailed("expected rows in %s, found none".formatted(dataset));
      }
      return rows;
    } catch (NoSuchFileException e) {
      throw new CommandFailed(
          "expected a CSV file with the columns text,intent, found no file %s".formatted(dataset),
          e);
    } catch (IOException e) {
      throw new CommandFailed("can't read %s: %s".formatted(dataset, e), e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed("%s: %s".formatted(dataset, e.getMessage()), e);
    }
  }

  private void requireDeclared(List<LabelledRow> rows, Catalog catalog) {
    Optional<String> unknown =
        rows.stream()
            .map(LabelledRow::intent)
            .flatMap(Optional::stream)
            .filter(intent -> catalog.byIntent(intent).isEmpty())
            .findFirst();
    unknown.ifPresent(
        intent -> {
          throw new CommandFailed(
              "%s: expected an intent of %s, or none for out of scope, found '%s'"
                  .formatted(
                      dataset, catalog.latest().stream().map(Workflow::name).toList(), intent));
        });
  }

  private static String text(EvaluationReport report) {
    StringBuilder text = new StringBuilder();
    line(text, "rows", "%d, %d of them in scope", report.rows(), report.inScope());
    line(text, "accuracy", "%.4f (unknown counts as wrong)", report.accuracy());
    line(text, "without the threshold", "%.4f", report.accuracyBeforeTheGate());
    line(text, "accepted", "%.4f of the rows in scope", report.accepted());
    line(text, "accuracy of accepted", "%.4f", report.accuracyOfAccepted());
    if (report.inScope() < report.rows()) {
      line(text, "out of scope found", "%.4f", report.outOfScopeRecall());
    }
    line(text, "calibration error", "%.4f", report.calibrationError());
    line(
        text,
        "speed",
        "%.0f texts a second, one after the other; p50 %.1f ms, p99 %.1f ms",
        report.perSecond(),
        report.p50Millis(),
        report.p99Millis());
    report.confusions().stream()
        .limit(5)
        .forEach(
            it ->
                line(
                    text,
                    "mistaken " + it.times() + " times",
                    "%s for %s",
                    it.expected().isEmpty() ? "(out of scope)" : it.expected(),
                    it.found().isEmpty() ? "(unknown)" : it.found()));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String name, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "%-22s ", name))
        .append(String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
