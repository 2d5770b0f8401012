package dev.workflowexecutor.examples.telecom;

import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** The network operations centre: which region has an outage, which is congested. */
record Network(
    Set<String> regions,
    Map<String, Map<String, String>> outages,
    Map<String, Map<String, String>> congestion) {

  static Network load() {
    return Data.read("network.json", new TypeReference<Network>() {});
  }

  Answer findOutage(Request request) {
    return lookUp(request.required("region"), outages, "outage", "none");
  }

  Answer checkCongestion(Request request) {
    return lookUp(request.required("region"), congestion, "congested", "clear");
  }

  private Answer lookUp(
      String region, Map<String, Map<String, String>> known, String found, String notFound) {
    if (!regions.contains(region)) {
      return new Answer.Refused(422, "Unknown region", "the regions are " + regions);
    }
    ObjectNode body = Data.JSON.createObjectNode();
    body.put("status", known.containsKey(region) ? found : notFound);
    known.getOrDefault(region, Map.of()).forEach(body::put);
    return new Answer.Done(body);
  }
}
