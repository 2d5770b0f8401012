package dev.workflowexecutor.standalone.secured;

import dev.workflowexecutor.kafka.topic.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A certificate that all trust, and a password for each user, made for one run. */
final class Secrets {

  static final String ADMIN = "admin";

  private final Path store;
  private final String storePassword = UUID.randomUUID().toString();
  private final Map<String, String> passwords = new TreeMap<>();

  Secrets(Path folder) {
    this.store = folder.resolve("platform.p12");
    passwords.put(ADMIN, UUID.randomUUID().toString());
    for (Party party : Party.values()) {
      passwords.put(party.user(), UUID.randomUUID().toString());
    }
    makeCertificate(folder.resolve("keytool.log"));
  }

  private void makeCertificate(Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-alias", "platform", "-keyalg", "EC", "-dname", "CN=platform"));
    command.addAll(List.of("-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", storePassword));
    try {
      Process run =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (run.waitFor() != 0) {
        throw new AssertionError("keytool failed: " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Path store() {
    return store;
  }

  String storePassword() {
    return storePassword;
  }

  Map<String, String> passwords() {
    return Map.copyOf(passwords);
  }

  /** Everything that nobody may see. */
  Collection<String> all() {
    List<String> all = new ArrayList<>(passwords.values());
    all.add(storePassword);
    return all;
  }

  /** The settings of a Kafka client that is this user. */
  Map<String, String> client(String user, String password) {
    Map<String, String> client = new TreeMap<>();
    client.put("security.protocol", "SASL_SSL");
    client.put("sasl.mechanism", "SCRAM-SHA-512");
    client.put("sasl.jaas.config", login(user, password));
    for (String whose : List.of("", "schema.registry.")) {
      client.put(whose + "ssl.truststore.location", store.toString());
      client.put(whose + "ssl.truststore.type", "PKCS12");
      client.put(whose + "ssl.truststore.password", storePassword);
    }
    client.put("basic.auth.credentials.source", "USER_INFO");
    client.put("basic.auth.user.info", user + ":" + password);
    return client;
  }

  Map<String, String> client(String user) {
    return client(user, passwords.getOrDefault(user, ""));
  }

  private static String login(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }
}
