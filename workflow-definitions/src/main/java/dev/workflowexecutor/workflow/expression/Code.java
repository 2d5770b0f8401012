package dev.workflowexecutor.workflow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;

/** A checked expression, ready to run; immutable and thread-safe. */
final class Code {

  private final String source;
  private final CelAbstractSyntaxTree ast;
  private final Program program;
  private final Bindings bindings;

  Code(String source, CelAbstractSyntaxTree ast, Program program, Bindings bindings) {
    this.source = source;
    this.ast = ast;
    this.program = program;
    this.bindings = bindings;
  }

  /** What came of running the expression. */
  sealed interface Result {

    /** A value of the checked type. */
    record Value(Object value) implements Result {}

    /** It reads a fact, an output or a key that isn't there. */
    record Absent(String what) implements Result {}
  }

  Result run(Scope scope) {
    try {
      return new Result.Value(program.eval(bindings.of(scope)));
    } catch (CelEvaluationException e) {
      if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
        return new Result.Absent(reason(e));
      }
      throw new EvaluationException("'" + source + "' can't be evaluated: " + reason(e), e);
    }
  }

  Object value(Scope scope) {
    return switch (run(scope)) {
      case Result.Value(Object value) -> PlainValue.of(value);
      case Result.Absent(String what) ->
          throw new EvaluationException("'" + source + "' can't be evaluated: " + what);
    };
  }

  String source() {
    return source;
  }

  CelAbstractSyntaxTree ast() {
    return ast;
  }

  private static String reason(CelEvaluationException e) {
    String message = String.valueOf(e.getMessage());
    return message.replaceFirst("^evaluation error at <input>:\\d+: ", "");
  }
}
