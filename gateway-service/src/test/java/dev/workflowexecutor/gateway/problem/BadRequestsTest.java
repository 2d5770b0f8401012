package dev.workflowexecutor.gateway.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.gateway.problem.SubmissionFakes.FakeLog;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(
    controllers = ProblemsController.class,
    properties = "spring.config.name=gateway-service")
@Import(SubmissionFakes.class)
class BadRequestsTest {
  @Autowired MockMvcTester http;
  @Autowired FakeLog log;

  @BeforeEach
  void forget() {
    log.reset();
  }

  @AfterEach
  void keepsNothingOfABadRequest() {
    assertThat(log.kept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                            | text: expected a string with the person's words, found nothing",
        "{\"text\": null}              | text: expected a string with the person's words, found null",
        "{\"text\": 5}                 | text: expected a string with the person's words, found a number",
        "{\"text\": [\"a\"]}           | text: expected a string with the person's words, found an array",
        "{\"text\": true}              | text: expected a string with the person's words, found a boolean",
        "{\"text\": \"\\ud800\"}       | text: expected Unicode characters, found half of a surrogate",
        "[]                            | body: expected an object with a text, found an array",
        "\"no signal\"                 | body: expected an object with a text, found a string",
        "null                          | body: expected an object with a text, found null",
        "{\"text\": \"a\", \"txt\": 1} | body: expected only text, ticketId, attributes, found 'txt'",
        "{\"text\":\"a\",\"ticketId\":7}      | ticketId: expected 1 to 200 of A-Z a-z 0-9",
        "{\"text\":\"a\",\"ticketId\":\"\"}   | ticketId: expected 1 to 200 of A-Z a-z 0-9",
        "{\"text\":\"a\",\"ticketId\":\"a b\"}| found 'a b' (3 characters)",
        "{\"text\":\"a\",\"ticketId\":\"..\"} | (and not just dots)",
        "{\"text\":\"a\",\"attributes\":[]}   | attributes: expected an object of strings, found an array",
        "{\"text\":\"a\",\"attributes\":{\"n\":1}}    | attributes.n: expected a string, found a number",
        "{\"text\":\"a\",\"attributes\":{\"n\":null}} | attributes.n: expected a string, found null",
        "{\"text\":\"a\",\"attributes\":{\"\":\"v\"}} | expected a name of 1 to 100 characters, found 0",
      })
  void saysWhatBreaksTheContract(String body, String detail) {
    assertProblem(post(body), HttpStatus.BAD_REQUEST, "invalid-request", detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\": \"a\"                | at line 1, column 13",
        "{text: \"a\"}                   | at line 1, column",
        "{\"text\":\"a\",\"text\":\"b\"} | Duplicate Object property",
        "{\"text\":\"a\"} {}             | at line 1",
        "{\"text\":\"a\tb\"}             | at line 1",
        "``                              | an empty body"
      })
  void saysWhereTheJsonIsWrong(String body, String detail) {
    assertProblem(post(body), HttpStatus.BAD_REQUEST, "invalid-json", detail);
  }

  @Test
  void saysAllFindingsAtOnce() {
    MvcTestResult result = post("{\"text\": 5, \"ticketId\": 6, \"attributes\": 7, \"more\": 8}");

    assertThat(detail(result)).contains("'more'", "text:", "ticketId:", "attributes:");
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] body = "{\"text\":\"?\"}".getBytes(UTF_8);
    body[9] = (byte) 0xFF;

    assertProblem(
        post(body), HttpStatus.BAD_REQUEST, "invalid-encoding", "found byte 0xFF at position 9");
  }

  @Test
  void refusesATextOfMoreThanTenThousandCharacters() {
    assertProblem(
        post("{\"text\":\"" + "a".repeat(10_001) + "\"}"),
        HttpStatus.BAD_REQUEST,
        "invalid-request",
        "text: expected at most 10000 characters, found 10001; shorten the text.");
  }

  @Test
  void refusesABodyOfMoreThan256KiB() {
    assertProblem(
        post("{\"text\":\"" + "a".repeat(256 * 1024) + "\"}"),
        HttpStatus.CONTENT_TOO_LARGE,
        "body-too-large",
        "Expected a body of at most 262144 bytes");
  }

  @Test
  void refusesTooManyAttributes() {
    String attributes =
        IntStream.range(0, 51)
            .mapToObj("\"a%d\":\"v\""::formatted)
            .collect(Collectors.joining(","));

    assertProblem(
        post("{\"text\":\"a\",\"attributes\":{" + attributes + "}}"),
        HttpStatus.BAD_REQUEST,
        "invalid-request",
        "attributes: expected at most 50 entries, found 51");
  }

  @Test
  void refusesALongAttribute() {
    assertProblem(
        post("{\"text\":\"a\",\"attributes\":{\"n\":\"" + "v".repeat(1001) + "\"}}"),
        HttpStatus.BAD_REQUEST,
        "invalid-request",
        "attributes.n: expected at most 1000 characters, found 1001");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201})
  void refusesAnIdempotencyKeyOfTheWrongLength(int length) {
    MvcTestResult result =
        http.post()
            .uri("/v1/problems")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Idempotency-Key", length == 0 ? " " : "k".repeat(length))
            .content("{\"text\":\"a\"}")
            .exchange();

    assertProblem(
        result, HttpStatus.BAD_REQUEST, "invalid-request", "Idempotency-Key: expected 1 to 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void refusesAnotherContentType(String type) {
    MvcTestResult result =
        http.post().uri("/v1/problems").header("Content-Type", type).content("a").exchange();

    assertProblem(
        result,
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported-media-type",
        "Expected Content-Type: application/json, found " + type);
  }

  @Test
  void refusesABodyWithoutAContentType() {
    assertProblem(
        http.post().uri("/v1/problems").content("a").exchange(),
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported-media-type",
        "found none");
  }

  @Test
  void refusesAnotherMethod() {
    MvcTestResult result = http.get().uri("/v1/problems").exchange();

    assertProblem(
        result, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Expected POST, found GET");
    assertThat(result).hasHeader("Allow", "POST");
  }

  @Test
  void refusesAnotherPath() {
    assertProblem(
        http.get().uri("/v1/nothing").exchange(),
        HttpStatus.NOT_FOUND,
        "unknown-path",
        "found /v1/nothing");
  }

  private MvcTestResult post(String body) {
    return post(body.getBytes(UTF_8));
  }

  private MvcTestResult post(byte[] body) {
    return http.post()
        .uri("/v1/problems")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private static void assertProblem(
      MvcTestResult result, HttpStatus status, String type, String detail) {
    assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(result)
        .bodyJson()
        .hasPathSatisfying(
            "$.type", v -> v.assertThat().isEqualTo("urn:workflow-executor:problem:" + type))
        .hasPathSatisfying("$.status", v -> v.assertThat().isEqualTo(status.value()))
        .hasPathSatisfying("$.title", v -> v.assertThat().asString().isNotBlank())
        .hasPathSatisfying("$.instance", v -> v.assertThat().asString().startsWith("/v1/"));
    assertThat(detail(result))
        .contains(detail)
        .doesNotContain("dev.workflow", "Exception", "REDACTED");
  }

  private static String detail(MvcTestResult result) {
    return com.jayway.jsonpath.JsonPath.parse(
            new String(result.getResponse().getContentAsByteArray(), UTF_8))
        .read("$.detail");
  }
}
