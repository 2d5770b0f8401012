package dev.workflowexecutor.examples.telecom;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The backend's tools by name, each behind its contract. */
final class Tools {

  private final Map<String, Contract> contracts;
  private final Map<String, Operation> operations;

  Tools(Network network, Subscribers subscribers, Helpdesk helpdesk) {
    this.contracts = Data.read("contracts.json", new TypeReference<Map<String, Contract>>() {});
    this.operations =
        Map.of(
            "network.findOutage", network::findOutage,
            "network.checkCongestion", network::checkCongestion,
            "billing.snapshot", subscribers::snapshot,
            "recharge.status", subscribers::rechargeStatus,
            "device.check", subscribers::checkDevice,
            "helpdesk.createTicket", helpdesk::createTicket);
  }

  Set<String> names() {
    return operations.keySet();
  }

  /** Answers a request with a body as it came over the wire. */
  Answer answer(String tool, byte[] body, Optional<String> idempotencyKey) {
    Operation operation = operations.get(tool);
    Contract contract = contracts.get(tool);
    if (operation == null || contract == null) {
      return new Answer.Refused(404, "Unknown tool", "there is no tool '" + tool + "'");
    }
    JsonNode input;
    try {
      input = Data.JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return new Answer.Refused(400, "Malformed JSON", "expected a JSON object");
    }
    return contract
        .objection(input)
        .<Answer>map(why -> new Answer.Refused(400, "Input doesn't fit the contract", why))
        .orElseGet(() -> operation.answer(new Request(Contract.fieldsOf(input), idempotencyKey)));
  }
}
