package dev.workflowexecutor.extraction.recognise;

import java.util.regex.Pattern;

/**
 * Where in a sentence a value of a type may stand; whether it is one, its type's normaliser says.
 *
 * <p>Narrower than the normalisers: "one" is a number as an answer, but not in "no one came".
 */
final class Patterns {

  private static final String NOT_INSIDE = "(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,:/-])";
  private static final String END = "(?![\\p{L}\\p{N}]|[.,:/-]\\p{N})";
  private static final String DIGITS = "\\d{1,18}(?:,\\d{2,3}){0,5}(?:\\.\\d{1,9})?";
  private static final String COUNT =
      "(?:\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
  private static final String WEEKDAY =
      "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:tue|thu|thurs)";
  private static final String CURRENCY_BEFORE =
      "(?:₹|\\$|€|£|(?:(?<!\\p{L})(?:rs|inr|usd|eur|gbp))\\.?) ?";
  private static final String CURRENCY_AFTER =
      "(?: ?(?:₹|\\$|€|£|/-)| ?(?:rs|rupees?|rupaye|rupiya|inr|usd|dollars?|eur|euros?|gbp|pounds?))";
  private static final String SCALE = "(?: ?(?:k|thousand|lakhs?|crores?))?";
  private static final String PAYING =
      "(?<=\\b(?:paid|pay|recharged?|charged|of|for|with|amount|deducted|debited|refund|worth|cost"
          + "|costs|bill|is) )";
  private static final String NOT_COUNTING =
      "(?! ?(?:days?|weeks?|months?|years?|hours?|hrs?|mins?|minutes?|times|gb|mb|kbps|mbps|%))";
  private static final String UNIT = "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?)";
  private static final String LENGTH =
      "(?:(?:half an?|" + COUNT + "|\\d{1,9}(?:\\.\\d{1,3})?) ?" + UNIT + "|\\d{1,9} ?[smhdw])";

  /** A number in digits. */
  static final Pattern NUMBER = insensitive(NOT_INSIDE + "[+-]?" + DIGITS + END);

  /** An amount with a currency, or a bare one after a word of paying. */
  static final Pattern MONEY =
      insensitive(
          "(?:"
              + CURRENCY_BEFORE
              + DIGITS
              + SCALE
              + "(?:/-)?"
              + END
              + ")"
              + "|(?:"
              + NOT_INSIDE
              + DIGITS
              + SCALE
              + CURRENCY_AFTER
              + "(?![\\p{L}\\p{N}]))"
              + "|(?:"
              + PAYING
              + DIGITS
              + SCALE
              + END
              + NOT_COUNTING
              + ")");

  /** A day of the calendar or counted from today. */
  static final Pattern DATE =
      insensitive(
          NOT_INSIDE
              + "(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{2})"
              + "|"
              + DAY
              + "(?: of)?[ -]?"
              + MONTH
              + "(?:[ -]?,? ?\\d{4})?"
              + "|"
              + MONTH
              + "\\.? ?(?:the )?"
              + DAY
              + "(?:,? ?\\d{4})?"
              + "|(?:the )?day (?:before yesterday|after tomorrow)"
              + "|yesterday(?: (?:morning|evening|night))?|last night|today|tonight|tomorrow|aaj"
              + "|this (?:morning|afternoon|evening)"
              + "|(?:(?:last|this|next|coming) )?(?:"
              + WEEKDAY
              + ")"
              + "|in "
              + COUNT
              + " (?:day|week|month|year)s?"
              + "|"
              + COUNT
              + " (?:day|week|month|year)s? (?:ago|back))"
              + END);

  /** A time of day. */
  static final Pattern TIME =
      insensitive(
          NOT_INSIDE
              + "(?:\\d{1,2}(?:[:.]\\d{2})?(?: ?o'?clock)? ?[ap]\\.? ?m|\\d{1,2}:\\d{2}(?::00)?"
              + "|noon|midday|midnight)"
              + END);

  /** A length of time. */
  static final Pattern DURATION =
      insensitive(NOT_INSIDE + LENGTH + "(?:(?:,| and|, and)? ?" + LENGTH + "){0,3}" + END);

  /** Digits as telephone numbers are written. */
  static final Pattern PHONE =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\(?\\d(?:[ ()./-]{0,2}\\d){6,14}(?![\\p{L}\\p{N}])");

  /** An e-mail address. */
  static final Pattern EMAIL =
      Pattern.compile(
          "(?<![A-Za-z0-9._%+'-])[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}+@"
              + "(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,63}(?![A-Za-z0-9])");

  /** Yes or no at the beginning of what is said. */
  static final Pattern YES_OR_NO =
      insensitive(
          "(?<=^\\s{0,5})(?:yes please|yes|yeah|yep|yup|ya|sure|of course|ok|okay|correct|right"
              + "|haan ji|ji haan|ha ji|haan|han|haa|ji|ji nahi|no thanks|no|nope|nah|not really"
              + "|never|nahi|nahin|हाँ|हां|जी|नहीं|नही)(?=\\s*(?:[,.;:!?-]|$))");

  private Patterns() {}

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
