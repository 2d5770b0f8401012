package dev.workflowexecutor.workflow.prove;

import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.expression.Domains;
import dev.workflowexecutor.workflow.expression.NamePath;
import dev.workflowexecutor.workflow.expression.SyntaxTree;
import dev.workflowexecutor.workflow.expression.Vocabulary;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of names that make a difference to a set of expressions: all values of a choice, the
 * texts that a text is compared with and one other, the regions of a number.
 */
final class Values {

  /** Any text that no expression names. */
  enum Other {
    TEXT;

    @Override
    public String toString() {
      return "another text";
    }
  }

  // A name that is compared with more texts than this is left opaque.
  private static final int MAX_TEXTS = 100;

  private final Vocabulary vocabulary;
  private final Domains domains;
  private final Map<NamePath, Set<String>> texts = new HashMap<>();
  private final Map<NamePath, TreeSet<BigDecimal>> numbers = new HashMap<>();

  Values(Vocabulary vocabulary, Collection<CelExpr> expressions) {
    this.vocabulary = vocabulary;
    this.domains = new Domains(vocabulary);
    expressions.forEach(this::collect);
  }

  private void collect(CelExpr expression) {
    Comparison.of(expression, vocabulary.lists()).ifPresent(this::collect);
    SyntaxTree.children(expression).forEach(this::collect);
  }

  private void collect(Comparison comparison) {
    for (Object constant : comparison.constants()) {
      if (constant instanceof String text) {
        texts.computeIfAbsent(comparison.path(), _ -> new LinkedHashSet<>()).add(text);
      } else if (constant instanceof BigDecimal number) {
        numbers.computeIfAbsent(comparison.path(), _ -> new TreeSet<>()).add(number);
      }
    }
  }

  /** All values to tell apart; empty if the name's values aren't followed. */
  Optional<List<Object>> of(NamePath path) {
    if (isBoolean(path)) {
      return Optional.of(List.of(true, false));
    }
    // A choice without values has a finding of its own.
    Optional<List<String>> declared = domains.values(path).filter(all -> !all.isEmpty());
    if (declared.isPresent()) {
      return Optional.of(new ArrayList<>(declared.get()));
    }
    if (numbers.containsKey(path)) {
      return Optional.of(Region.all(constants(path), isWhole(path)));
    }
    Set<String> compared = texts.getOrDefault(path, Set.of());
    if (compared.isEmpty() || compared.size() > MAX_TEXTS) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>(compared);
    values.add(Other.TEXT);
    return Optional.of(values);
  }

  /** The numbers that a name is compared with, in order. */
  TreeSet<BigDecimal> constants(NamePath path) {
    return numbers.getOrDefault(path, new TreeSet<>());
  }

  boolean isBoolean(NamePath path) {
    return (path.root().equals("facts")
            && path.length() == 2
            && vocabulary.facts().get(path.names().get(1)) instanceof FactType.Bool)
        || domains.output(path).filter(f -> f.type() instanceof FieldType.Bool).isPresent();
  }

  private boolean isWhole(NamePath path) {
    return (path.root().equals("facts")
            && path.length() == 2
            && vocabulary.facts().get(path.names().get(1)) instanceof FactType.IntegerNumber)
        || domains
            .output(path)
            .filter(field -> field.type() instanceof FieldType.IntegerNumber)
            .isPresent();
  }
}
