package dev.workflowexecutor.examples.telecom;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * What billing, recharges and device management know.
 *
 * <p>Without a number the answer is that of the typical account; a number that nobody has is
 * refused.
 */
record Subscribers(Billing billing, Recharges recharges, Map<String, JsonNode> devices) {

  record Billing(Map<String, JsonNode> typical, Map<String, Account> subscribers) {}

  record Account(String account_type, JsonNode snapshot) {}

  record Recharges(JsonNode typical, Map<String, JsonNode> subscribers) {}

  static Subscribers load() {
    return new Subscribers(
        Data.read("billing.json", new TypeReference<Billing>() {}),
        Data.read("recharges.json", new TypeReference<Recharges>() {}),
        Data.read("devices.json", new TypeReference<Map<String, JsonNode>>() {}));
  }

  Answer snapshot(Request request) {
    String type = request.required("account_type");
    return request
        .optional("msisdn")
        .map(msisdn -> snapshot(msisdn, type))
        .orElseGet(() -> found(billing.typical(), type));
  }

  Answer rechargeStatus(Request request) {
    return request
        .optional("msisdn")
        .map(msisdn -> found(recharges.subscribers(), msisdn))
        .orElseGet(() -> new Answer.Done(recharges.typical()));
  }

  Answer checkDevice(Request request) {
    return found(devices, request.required("device_type"));
  }

  private Answer snapshot(String msisdn, String type) {
    Account account = billing.subscribers().get(msisdn);
    if (account == null || !account.account_type().equals(type)) {
      return new Answer.Refused(
          404, "Unknown subscriber", "no " + type + " account has this number");
    }
    return new Answer.Done(account.snapshot());
  }

  private static Answer found(Map<String, JsonNode> known, String key) {
    JsonNode value = known.get(key);
    return value == null
        ? new Answer.Refused(404, "Not found", "nothing is known about this subscriber or device")
        : new Answer.Done(value);
  }
}
