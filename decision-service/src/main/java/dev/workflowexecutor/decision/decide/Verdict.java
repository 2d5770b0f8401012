package dev.workflowexecutor.decision.decide;

import java.util.Optional;

/** What is to happen about a turn, and why. */
public sealed interface Verdict {

  /** The kinds of verdict, as they are counted and recorded. */
  enum Kind {
    EXECUTE,
    CLARIFY,
    ESCALATE,
    REJECT,
    CANCEL,
    EXPIRE
  }

  /** Why. */
  Reason reason();

  /** What the person is told; empty where steps run first. */
  String message();

  /** The rule of the workflow that decided. */
  default Optional<String> rule() {
    return Optional.empty();
  }

  /** The kind of this verdict. */
  default Kind kind() {
    return switch (this) {
      case Execute _ -> Kind.EXECUTE;
      case Clarify _ -> Kind.CLARIFY;
      case Escalate _ -> Kind.ESCALATE;
      case Reject _ -> Kind.REJECT;
      case Cancel _ -> Kind.CANCEL;
      case Expire _ -> Kind.EXPIRE;
    };
  }

  /** The workflow's steps run. */
  record Execute(Optional<String> rule) implements Verdict {
    @Override
    public Reason reason() {
      return Reason.RULE;
    }

    @Override
    public String message() {
      return "";
    }
  }

  /** One fact is asked for. */
  record Clarify(Reason reason, Optional<String> rule, Question question) implements Verdict {
    @Override
    public String message() {
      return question.text();
    }
  }

  /** A person takes over. */
  record Escalate(Reason reason, Optional<String> rule, String message) implements Verdict {
    public Escalate {
      requireMessage(message);
    }

    Escalate(Reason reason, String message) {
      this(reason, Optional.empty(), message);
    }
  }

  /** It can't be handled. */
  record Reject(Reason reason, Optional<String> rule, String message) implements Verdict {
    public Reject {
      requireMessage(message);
    }

    Reject(Reason reason, String message) {
      this(reason, Optional.empty(), message);
    }
  }

  /** The person wants nothing more. */
  record Cancel(Reason reason, String message) implements Verdict {
    public Cancel {
      requireMessage(message);
    }
  }

  /** The open question was never answered. */
  record Expire(String message) implements Verdict {
    public Expire {
      requireMessage(message);
    }

    @Override
    public Reason reason() {
      return Reason.EXPIRED;
    }
  }

  private static void requireMessage(String message) {
    if (message.isBlank()) {
      throw new IllegalArgumentException("expected a message for the person, found none");
    }
  }
}
