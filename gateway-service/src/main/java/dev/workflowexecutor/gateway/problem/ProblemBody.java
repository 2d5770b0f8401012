package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.web.ProblemKind;
import dev.workflowexecutor.gateway.web.RefusedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request's body as strict JSON: bounded, UTF-8, one value, no field twice. */
final class ProblemBody {
  /** The largest body, in bytes. */
  static final int MAX_BYTES = 256 * 1024;

  private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at .*$");

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ProblemBody() {}

  static JsonNode read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw RefusedRequest.of(
          ProblemKind.BODY_TOO_LARGE,
          "Expected a body of at most %d bytes, found more; shorten it.".formatted(MAX_BYTES));
    }
    return parse(decode(bytes));
  }

  private static String decode(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw RefusedRequest.of(
          ProblemKind.INVALID_ENCODING,
          "Expected UTF-8, found byte 0x%02X at position %d, which no UTF-8 text has there; encode"
                  .formatted(bytes[in.position()], in.position())
              + " the body as UTF-8.");
    }
    return out.flip().toString();
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode node = STRICT.readTree(json);
      if (node.isMissingNode()) {
        throw invalid("an empty body");
      }
      return node;
    } catch (JacksonException e) {
      throw invalid("this: %s%s".formatted(fault(e), place(e.getLocation())));
    }
  }

  /** Jackson's words, without its note about where an unfinished value began. */
  private static String fault(JacksonException e) {
    return START_MARKER.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
  }

  private static RefusedRequest invalid(String found) {
    return RefusedRequest.of(
        ProblemKind.INVALID_JSON,
        "Expected one JSON object, found %s; correct the body.".formatted(found));
  }

  private static String place(TokenStreamLocation location) {
    return " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
