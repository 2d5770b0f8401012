package dev.workflowexecutor.workflow.fact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Telephone numbers that the numbering plan of their country knows. */
final class PhoneNumbers {

  private static final String DEFAULT_REGION = "IN";

  private PhoneNumbers() {}

  static Optional<String> normalise(String quote) {
    PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
    try {
      var number = plan.parse(quote, DEFAULT_REGION);
      return plan.isValidNumber(number)
          ? Optional.of(plan.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
