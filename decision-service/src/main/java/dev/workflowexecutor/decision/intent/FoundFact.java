package dev.workflowexecutor.decision.intent;

import java.util.Optional;

/**
 * A value of a declared fact that the message states.
 *
 * @param workflow the workflow that declares the fact
 * @param fact the fact's declared name
 * @param value the value in the canonical form of the fact's type
 * @param quote the words of the message that support the value
 * @param corrects the canonical value that the person takes back with this one
 */
public record FoundFact(
    String workflow, String fact, String value, String quote, Optional<String> corrects) {}
