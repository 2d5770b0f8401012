package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** The packs of the tests, compiled from their text. */
public final class Packs {

  private static final List<String> SUPPORT =
      List.of("tools.yaml", "regions.csv", "network.yaml", "billing.yaml", "device.yaml");
  private static final List<String> SUPPORT_2 =
      List.of("tools.yaml", "regions.csv", "network.yaml");

  private Packs() {}

  /** Workflows for the network, bills and devices, each in its first version. */
  public static List<Workflow> support() {
    return compiled("support", SUPPORT);
  }

  /** The second version of the network workflow. */
  public static List<Workflow> support2() {
    return compiled("support-2", SUPPORT_2);
  }

  /** The catalog of {@link #support()}. */
  public static Catalog catalog() {
    return Catalog.of(support());
  }

  /** One workflow, declared by this text and the tools of the support pack. */
  public static Workflow workflow(String yaml) {
    TreeMap<String, String> files = new TreeMap<>();
    files.put("tools.yaml", text("support", "tools.yaml"));
    files.put("workflow.yaml", yaml);
    return compiled(files).getFirst();
  }

  private static List<Workflow> compiled(String pack, List<String> names) {
    TreeMap<String, String> files = new TreeMap<>();
    names.forEach(name -> files.put(name, text(pack, name)));
    return compiled(files);
  }

  private static List<Workflow> compiled(TreeMap<String, String> files) {
    return switch (PackCompiler.compile(new PackFiles(files))) {
      case Compilation.Compiled(var pack, var _) -> pack.workflows();
      case Compilation.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  private static String text(String pack, String name) {
    String path = "/packs/" + pack + "/" + name;
    try (InputStream in = Packs.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("expected the test resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
