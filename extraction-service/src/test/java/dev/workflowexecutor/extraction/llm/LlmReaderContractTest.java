package dev.workflowexecutor.extraction.llm;

import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.IntentReaderContract;
import dev.workflowexecutor.extraction.testing.FakeOpenAi;
import dev.workflowexecutor.extraction.testing.FakeOpenAi.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LlmReaderContractTest extends IntentReaderContract {

  private static final FakeOpenAi OPEN_AI = new FakeOpenAi();

  @BeforeAll
  static void answersAsAGoodModelDoes() {
    OPEN_AI.answers(LlmReaderContractTest::goodModel);
  }

  @AfterAll
  static void closes() {
    OPEN_AI.close();
  }

  @Override
  protected IntentReader reader() {
    Secret key = Secret.at("${env:KEY}", _ -> "secret");
    return LlmReader.openAi(
        new LlmSettings(OPEN_AI.baseUrl(), "fake", key, Duration.ofSeconds(20)),
        TELECOM,
        ModelObserver.NONE);
  }

  private static Reply goodModel(String message) {
    return Reply.content(
        switch (message) {
          case "my internet is very slow in Delhi" ->
              answer("REPORT", "slow_internet", region("Delhi", ""));
          case "no signal since yesterday in Pune" ->
              answer("REPORT", "no_signal", region("Pune", ""));
          case "Pune" -> answer("REPORT", "none", region("Pune", ""));
          case "no, Chennai, not Mumbai" -> answer("CORRECT", "none", region("Chennai", "Mumbai"));
          case "I want to talk to a human" -> answer("ASK_FOR_PERSON", "none", "");
          case "never mind" -> answer("CANCEL", "none", "");
          default -> answer("REPORT", "none", "");
        });
  }

  private static String answer(String act, String intent, String facts) {
    return """
        {"act": "%s", "intent": "%s", "confidence": %s, "facts": [%s]}"""
        .formatted(act, intent, intent.equals("none") ? "0" : "0.9", facts);
  }

  private static String region(String quote, String takesBack) {
    return """
        {"fact": "network-troubleshooting/region", "quote": "%s", "takes_back": "%s"}"""
        .formatted(quote, takesBack);
  }
}
