package dev.workflowexecutor.examples.telecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TelecomBackendTest {

  private static final String TICKET =
      """
      {"topic": "no_signal", "summary": "no signal in Chennai", "region": "south"}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private TelecomBackend backend = TelecomBackend.start(0);

  @AfterEach
  void close() {
    client.shutdownNow();
    backend.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network.findOutage|{'region':'west'}|{'status':'outage','cause':'fibre cut','eta':'6 PM'}",
        "network.findOutage|{'region':'south'}|{'status':'none'}",
        "network.checkCongestion|{'region':'north'}|{'status':'congested','until':'10 PM'}",
        "network.checkCongestion|{'region':'northeast'}|{'status':'clear'}",
        "recharge.status|{'msisdn':'+919823456789'}|"
            + "{'status':'failed','plan':'Data 98','valid_until':'20 November','amount':98.0}",
        "billing.snapshot|{'account_type':'prepaid','msisdn':'+919812345678'}|"
            + "{'plan':'Smart 199','balance':17.0}",
      })
  void answersWithWhatItsDataSays(String tool, String input, String output) throws Exception {
    HttpResponse<String> response = post(tool, json(input));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(tree(response.body())).isEqualTo(tree(json(output)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"android", "iphone", "feature_phone", "dongle", "router"})
  void knowsEveryKindOfDevice(String device) throws Exception {
    JsonNode answer = tree(post("device.check", json("{'device_type':'" + device + "'}")).body());

    assertThat(answer.get("status").stringValue())
        .isIn("ok", "update_needed", "sim_not_provisioned");
    assertThat(answer.get("advice").stringValue()).isNotBlank();
  }

  @Test
  void createsOneHelpdeskTicketPerIdempotencyKey() throws Exception {
    HttpResponse<String> first = post("helpdesk.createTicket", TICKET, "key-1");
    HttpResponse<String> again = post("helpdesk.createTicket", TICKET, "key-1");
    HttpResponse<String> other = post("helpdesk.createTicket", TICKET, "key-2");

    assertThat(tree(first.body()).get("priority").stringValue()).isEqualTo("high");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.body()).isNotEqualTo(first.body());
    assertThat(tickets()).hasSize(2);
  }

  @Test
  void refusesAnIdempotencyKeyForAnotherTicket() throws Exception {
    post("helpdesk.createTicket", TICKET, "key-1");

    HttpResponse<String> other =
        post("helpdesk.createTicket", json("{'topic':'x','summary':'y'}"), "key-1");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(tickets()).hasSize(1);
  }

  @Test
  void keepsTicketsInItsDataFolder(@TempDir Path data) throws Exception {
    backend.close();
    backend = TelecomBackend.start(0, data);
    String first = post("helpdesk.createTicket", TICKET, "key-1").body();
    backend.close();

    backend = TelecomBackend.start(0, data);

    assertThat(post("helpdesk.createTicket", TICKET, "key-1").body()).isEqualTo(first);
    assertThat(tickets()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network.findOutage|{}|400|missing field",
        "network.findOutage|{'region':'west','town':'Pune'}|400|unknown field",
        "network.findOutage|{'region':7}|400|expected a text",
        "network.findOutage|[1]|400|expected a JSON object",
        "network.findOutage|{'region'|400|expected a JSON object",
        "network.findOutage|{'region':'moon'}|422|the regions are",
        "device.check|{'device_type':'toaster'}|400|expected one of",
        "billing.snapshot|{'account_type':'prepaid','msisdn':'+911'}|404|no prepaid account",
        "helpdesk.createTicket|{'topic':'a','summary':'b'}|400|under a key",
        "network.repair|{}|404|there is no tool",
      })
  void refusesWithAProblemDetail(String tool, String input, int status, String detail)
      throws Exception {
    HttpResponse<String> response = post(tool, json(input));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(tree(response.body()).get("detail").stringValue()).contains(detail);
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    String large = json("{'region':'" + "x".repeat(70_000) + "'}");

    assertThat(post("network.findOutage", large).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesOtherMethods() throws Exception {
    assertThat(get("/network.findOutage").statusCode()).isEqualTo(405);
  }

  @Test
  void answersFiveHundredAndDoesNothingWhileTheFaultIsOn() throws Exception {
    fault("helpdesk.createTicket", "500");

    assertThat(post("helpdesk.createTicket", TICKET, "key-1").statusCode()).isEqualTo(500);
    assertThat(tickets()).isEmpty();

    fault("helpdesk.createTicket", "none");
    assertThat(post("helpdesk.createTicket", TICKET, "key-1").statusCode()).isEqualTo(200);
  }

  @Test
  void answersGarbageWhileTheFaultIsOn() throws Exception {
    fault("network.findOutage", "garbage");

    HttpResponse<String> response = post("network.findOutage", json("{'region':'west'}"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("<html>");
  }

  @Test
  void doesItsWorkButHangsWhileTheTimeoutFaultIsOn() throws Exception {
    fault("helpdesk.createTicket", "timeout");
    CompletableFuture<HttpResponse<String>> hanging =
        client.sendAsync(
            request("helpdesk.createTicket", TICKET).header("Idempotency-Key", "key-1").build(),
            HttpResponse.BodyHandlers.ofString());

    Awaitility.await().untilAsserted(() -> assertThat(tickets()).hasSize(1));
    assertThat(hanging).isNotDone();

    fault("helpdesk.createTicket", "none");
    assertThatThrownBy(() -> hanging.get(30, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void refusesFaultsThatItDoesNotKnow() throws Exception {
    assertThat(post("faults/network.findOutage", json("{'mode':'fire'}")).statusCode())
        .isEqualTo(400);
    assertThat(post("faults/moon.shine", json("{'mode':'500'}")).statusCode()).isEqualTo(404);
  }

  @Test
  void readsItsCommandLine(@TempDir Path data) {
    assertThat(Arguments.parse(new String[] {"--port", "0", "--data", data.toString()}))
        .isEqualTo(new Arguments("127.0.0.1", 0, data));
    assertThat(Arguments.parse(new String[] {"--host", "0.0.0.0"}))
        .isEqualTo(new Arguments("0.0.0.0", 9090, null));
    assertThatThrownBy(() -> Arguments.parse(new String[] {"--port", "many"}))
        .hasMessageContaining("expected a port, found many");
  }

  private void fault(String tool, String mode) throws Exception {
    assertThat(post("faults/" + tool, json("{'mode':'" + mode + "'}")).statusCode()).isEqualTo(200);
  }

  private JsonNode tickets() throws Exception {
    return tree(get("/helpdesk/tickets").body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(backend.uri() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(request(path, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body, String key) throws Exception {
    return client.send(
        request(path, body).header("Idempotency-Key", key).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(backend.uri() + "/" + path))
        .timeout(Duration.ofSeconds(30))
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  private static JsonNode tree(String json) {
    return Data.JSON.readTree(json);
  }
}
