package dev.workflowexecutor.extraction.llm;

import java.time.Duration;

/** Is told what questions to a chat model take, for metrics. Thread-safe. */
public interface ModelObserver {

  /** Hears nothing. */
  ModelObserver NONE =
      new ModelObserver() {
        @Override
        public void answered(String model, Duration time, long inputTokens, long outputTokens) {}

        @Override
        public void failed(String model, Duration time) {}
      };

  /**
   * A question was answered, be the answer of use or not.
   *
   * @param inputTokens the tokens of the question as the model counts them, 0 if it doesn't say
   * @param outputTokens the tokens of the answer, 0 if it doesn't say
   */
  void answered(String model, Duration time, long inputTokens, long outputTokens);

  /** A question wasn't answered: a refusal, no connection, or no answer in time. */
  void failed(String model, Duration time);
}
