package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.decision.decide.Question;
import dev.workflowexecutor.decision.decide.Verdict;
import dev.workflowexecutor.decision.ticket.Binding;
import dev.workflowexecutor.events.DecidedFact;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.FactSource;
import dev.workflowexecutor.events.ValidatedDecision;
import java.util.List;
import java.util.Optional;

/** Records of decisions. */
final class DecisionRecords {

  private DecisionRecords() {}

  static ValidatedDecision decision(Decision it) {
    Optional<Question> question =
        it.verdict() instanceof Verdict.Clarify(var _, var _, var asked)
            ? Optional.of(asked)
            : Optional.empty();
    return ValidatedDecision.newBuilder()
        .setDecisionId(it.decisionId())
        .setTicketId(it.ticketId())
        .setProblemId(it.problemId())
        .setCauseId(it.causeId())
        .setKind(kind(it.verdict()))
        .setWorkflow(it.workflow().map(Binding::workflow).orElse(null))
        .setWorkflowVersion(it.workflow().map(Binding::version).orElse(null))
        .setWorkflowHash(it.workflow().map(Binding::hash).orElse(null))
        .setIntent(it.intent().orElse(null))
        .setRule(it.verdict().rule().orElse(null))
        .setReason(it.verdict().reason().name())
        .setFacts(it.facts().stream().map(DecisionRecords::fact).toList())
        .setText(it.text())
        .setAwaiting(question.map(Question::fact).orElse(null))
        .setQuestion(question.map(Question::text).orElse(null))
        .setChoices(question.map(Question::choices).orElse(List.of()))
        .setMessage(it.verdict().message())
        .setNotice(it.notice().orElse(null))
        .setTurn(it.turn())
        .setSubmittedAt(it.submittedAt())
        .setDecidedAt(it.decidedAt())
        .build();
  }

  private static DecisionKind kind(Verdict verdict) {
    return switch (verdict.kind()) {
      case EXECUTE -> DecisionKind.EXECUTE;
      case CLARIFY -> DecisionKind.CLARIFY;
      case ESCALATE -> DecisionKind.ESCALATE;
      case REJECT -> DecisionKind.REJECT;
      case CANCEL -> DecisionKind.CANCEL;
      case EXPIRE -> DecisionKind.EXPIRE;
    };
  }

  private static DecidedFact fact(dev.workflowexecutor.decision.decide.DecidedFact it) {
    FactSource source =
        switch (it.source()) {
          case USER -> FactSource.USER;
          case EARLIER -> FactSource.EARLIER;
          case GIVEN -> FactSource.GIVEN;
          case INFERRED -> FactSource.INFERRED;
        };
    return DecidedFact.newBuilder()
        .setFact(it.fact())
        .setValue(it.value())
        .setSource(source)
        .setEvidence(it.evidence().orElse(null))
        .build();
  }
}
