package dev.workflowexecutor.executor.advance;

import static java.util.Objects.requireNonNull;

import dev.workflowexecutor.workflow.DerivedId;
import java.time.Instant;

/** What became of a tool call. Untrusted input: its output is checked again by {@link Advance}. */
public sealed interface Reply {

  /**
   * How many characters of output an execution keeps, over all its steps.
   *
   * <p>Escaped and in UTF-8 that stays under the megabyte that a broker takes as one record.
   */
  int MAX_OUTPUT_CHARACTERS = 150_000;

  /** The reply's own id, derived from the call's. */
  String replyId();

  /** The call that this answers. */
  String callId();

  /** When the answer was there. */
  Instant repliedAt();

  /** The id of the reply to a call. */
  static String idOf(String callId) {
    return DerivedId.of("reply", callId);
  }

  /**
   * The tool answered.
   *
   * @param output a JSON object that is said to fit the tool's contract
   */
  record Succeeded(String replyId, String callId, Instant repliedAt, String output)
      implements Reply {

    public Succeeded {
      check(replyId, callId, repliedAt);
      requireNonNull(output, "output");
    }
  }

  /** The tool said no; the same call would be refused again. */
  record Refused(String replyId, String callId, Instant repliedAt, String error) implements Reply {

    public Refused {
      check(replyId, callId, repliedAt);
    }
  }

  /** The worker gave up, and the same call may be made again without harm. */
  record Failed(String replyId, String callId, Instant repliedAt, String error) implements Reply {

    public Failed {
      check(replyId, callId, repliedAt);
    }
  }

  /** The call may or may not have had its effect, and making it again could do harm. */
  record Unknown(String replyId, String callId, Instant repliedAt, String error) implements Reply {

    public Unknown {
      check(replyId, callId, repliedAt);
    }
  }

  private static void check(String replyId, String callId, Instant repliedAt) {
    Required.text("replyId", replyId);
    Required.text("callId", callId);
    requireNonNull(repliedAt, "repliedAt");
  }
}
