package dev.workflowexecutor.workflow.fact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses of the common form: a dot-atom at a domain name. */
final class EmailAddresses {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:mailto:)?([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*)"
              + "@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63})");
  private static final int MAX_LENGTH = 254;

  private EmailAddresses() {}

  static Optional<String> normalise(String quote) {
    String said = quote.strip();
    if (said.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher address = ADDRESS.matcher(said);
    return address.matches()
        ? Optional.of(address.group(1) + "@" + address.group(2).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
