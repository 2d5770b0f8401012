package dev.workflowexecutor.workflow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.Map;
import java.util.Optional;

/**
 * CEL as workflows use it: bounded, over the types of one vocabulary.
 *
 * @see <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md">CEL definition</a>
 */
final class Cel {

  /** The longest expression, in code points. */
  static final int MAX_LENGTH = 4_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(64)
          .maxParseExpressionNodeCount(2_000)
          .comprehensionMaxIterations(10_000)
          .maxRegexProgramSize(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .populateMacroCalls(true)
          .enableHiddenAccumulatorVar(true)
          .build();

  private final CelCompiler compiler;
  private final CelRuntime runtime;

  Cel(Vocabulary vocabulary) {
    Types types = new Types(vocabulary);
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setTypeProvider(types)
            .setStandardMacros(
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE,
                CelStandardMacro.MAP,
                CelStandardMacro.MAP_FILTER,
                CelStandardMacro.FILTER)
            .addMacros(CelMacro.newGlobalMacro("has", 1, Cel::has))
            .addVar("intent", SimpleType.STRING)
            .addVar("text", SimpleType.STRING)
            .addVar("facts", types.facts())
            .addVar("steps", types.steps())
            .addFunctionDeclarations(Mentions.declaration(), moneyAsText());
    for (String list : vocabulary.lists().keySet()) {
      builder.addVar(list, ListType.create(SimpleType.STRING));
    }
    compiler = builder.build();
    runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .setTypeProvider(types)
            .addFunctionBindings(Mentions.bindings())
            .addFunctionBindings(
                CelFunctionBinding.from(
                    "money_to_string", Map.class, money -> PlainValue.money(money)))
            .build();
  }

  CelValidationResult parse(String source) {
    return compiler.parse(source);
  }

  CelValidationResult check(CelAbstractSyntaxTree parsed) {
    return compiler.check(parsed);
  }

  Program program(CelAbstractSyntaxTree checked) {
    try {
      return runtime.createProgram(checked);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked expression has no program: " + e.getMessage(), e);
    }
  }

  private static CelFunctionDecl moneyAsText() {
    return CelFunctionDecl.newFunctionDeclaration(
        "string",
        CelOverloadDecl.newGlobalOverload("money_to_string", SimpleType.STRING, Types.MONEY));
  }

  /** has(a.b.c) is has(a.b) && has(a.b.c): a field of a skipped step is absent, not an error. */
  private static Optional<CelExpr> has(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    CelExpr argument = arguments.getFirst();
    if (argument.getKind() != CelExpr.ExprKind.Kind.SELECT) {
      return Optional.of(factory.reportError("has() takes a path such as facts.name"));
    }
    CelExpr operand = argument.select().operand();
    CelExpr present = factory.newSelect(operand, argument.select().field(), true);
    return Optional.of(
        operand.getKind() == CelExpr.ExprKind.Kind.SELECT
            ? factory.newGlobalCall(
                "_&&_",
                factory.newSelect(
                    factory.copy(operand.select().operand()), operand.select().field(), true),
                present)
            : present);
  }
}
