package dev.workflowexecutor.workflow.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;

/** The results of expressions as plain values: String, Boolean, Long or Double. */
final class PlainValue {

  private PlainValue() {}

  static Object of(Object result) {
    return switch (result) {
      case String text -> text;
      case Boolean truth -> truth;
      case Long number -> number;
      case Double number when Double.isFinite(number) -> number;
      case Instant instant -> date(instant);
      case Duration duration -> duration.toString();
      case Map<?, ?> money when money.containsKey("currency") -> money(money);
      case Object other -> throw new EvaluationException("expected a single value, found " + other);
    };
  }

  /** Canonical text: numbers without exponent and trailing zeros. */
  static String print(Object plain) {
    return plain instanceof Double number
        ? number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : plain.toString();
  }

  static String money(Map<?, ?> money) {
    if (money.get("amount") instanceof Double amount) {
      return money.get("currency")
          + " "
          + BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
    throw new EvaluationException("expected an amount of money, found " + money);
  }

  private static String date(Instant instant) {
    var time = instant.atOffset(ZoneOffset.UTC);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : instant.toString();
  }
}
