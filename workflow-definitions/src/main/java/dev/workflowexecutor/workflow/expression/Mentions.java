package dev.workflowexecutor.workflow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The function {@code text.mentions('word', ...)}: whether one of up to eight phrases occurs. */
final class Mentions {

  private static final int MAX_PHRASES = 8;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Mentions() {}

  static CelFunctionDecl declaration() {
    List<CelOverloadDecl> overloads = new ArrayList<>();
    for (int phrases = 1; phrases <= MAX_PHRASES; phrases++) {
      List<CelType> types = Collections.nCopies(phrases + 1, SimpleType.STRING);
      overloads.add(CelOverloadDecl.newMemberOverload(id(phrases), SimpleType.BOOL, types));
    }
    return CelFunctionDecl.newFunctionDeclaration("mentions", overloads);
  }

  static Collection<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> bindings = new ArrayList<>();
    for (int phrases = 1; phrases <= MAX_PHRASES; phrases++) {
      List<Class<?>> types = Collections.nCopies(phrases + 1, String.class);
      bindings.add(
          CelFunctionBinding.from(
              id(phrases), ImmutableList.copyOf(types), arguments -> anyOf(arguments)));
    }
    return CelFunctionBinding.fromOverloads("mentions", bindings);
  }

  /** Whether the text has all words of the phrase as whole words one after the other. */
  static boolean mentions(String text, String phrase) {
    String words = words(phrase);
    return !words.isBlank() && words(text).contains(words);
  }

  private static boolean anyOf(Object[] arguments) {
    String text = (String) arguments[0];
    for (int i = 1; i < arguments.length; i++) {
      if (mentions(text, (String) arguments[i])) {
        return true;
      }
    }
    return false;
  }

  // A space before and behind each word makes a substring search one for whole words.
  private static String words(String text) {
    return BETWEEN_WORDS.matcher(" " + text.toLowerCase(Locale.ROOT) + " ").replaceAll(" ");
  }

  private static String id(int phrases) {
    return "text_mentions_" + phrases;
  }
}
