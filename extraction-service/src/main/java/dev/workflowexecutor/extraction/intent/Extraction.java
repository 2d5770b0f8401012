package dev.workflowexecutor.extraction.intent;

/**
 * The whole answer to a message, ready to be recorded.
 *
 * @param text what was read: the message's text, cut at {@link Message#MAX_LENGTH}
 * @param read grounded; empty unless understood
 * @param reader the name of the reader that answered, or {@code none}
 * @param definitions hash of the catalog that it read for
 */
public record Extraction(
    Reading reading, String text, Read read, String reader, String definitions) {}
