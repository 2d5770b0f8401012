package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.kafka.contract.Demand.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The demands that several contracts share. */
final class Rules {

  private static final int LONGEST_ID = 200;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Rules() {}

  /** An id that tells whose turn it is. */
  static <R> Rule<R> identity(String field, Function<R, String> value) {
    return id(Scope.IDENTITY, field, value);
  }

  /** Any other id. */
  static <R> Rule<R> id(String field, Function<R, String> value) {
    return id(Scope.CONTENT, field, value);
  }

  private static <R> Rule<R> id(Scope scope, String field, Function<R, String> value) {
    return rule(
        scope,
        field,
        "1 to 200 characters, not all of them blank",
        record -> {
          String id = value.apply(record);
          return id.isBlank() || id.length() > LONGEST_ID
              ? Optional.of(Shown.text(id))
              : Optional.empty();
        });
  }

  static <R> Rule<R> key(String expected, Function<R, String> wanted) {
    return new Rule<>(
        new Demand(Scope.IDENTITY, "key", expected),
        (key, record) ->
            wanted.apply(record).equals(key) ? Optional.empty() : Optional.of(Shown.text(key)));
  }

  static <R> Rule<R> ticketAsKey(Function<R, String> ticketId) {
    return key("the ticketId", ticketId);
  }

  static <R> Rule<R> time(String field, Function<R, Instant> value) {
    return content(
        field,
        "a time from 1970 to 9999",
        record -> {
          Instant time = value.apply(record);
          return isPlausible(time) ? Optional.empty() : Optional.of(time.toString());
        });
  }

  static boolean isPlausible(Instant time) {
    return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
  }

  /** A text that says something. */
  static <R> Rule<R> text(String field, Function<R, @Nullable String> value) {
    return text(field, "a text that isn't blank", record -> true, value);
  }

  /** A text that says something, in those records of which it is demanded. */
  static <R> Rule<R> text(
      String field, String expected, Predicate<R> applies, Function<R, @Nullable String> value) {
    return content(
        field,
        expected,
        record -> {
          String text = value.apply(record);
          return applies.test(record) && (text == null || text.isBlank())
              ? Optional.of(Shown.text(text))
              : Optional.empty();
        });
  }

  /** A number that isn't smaller. */
  static <R> Rule<R> atLeast(int least, String field, ToIntFunction<R> value) {
    return content(
        field,
        "a number from " + least,
        record -> {
          int number = value.applyAsInt(record);
          return number < least ? Optional.of(Integer.toString(number)) : Optional.empty();
        });
  }

  static <R> Rule<R> content(String field, String expected, Function<R, Optional<String>> found) {
    return rule(Scope.CONTENT, field, expected, found);
  }

  private static <R> Rule<R> rule(
      Scope scope, String field, String expected, Function<R, Optional<String>> found) {
    return new Rule<>(new Demand(scope, field, expected), (key, record) -> found.apply(record));
  }
}
