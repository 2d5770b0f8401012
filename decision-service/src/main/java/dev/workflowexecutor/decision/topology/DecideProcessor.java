package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.decide.DecideIntent;
import dev.workflowexecutor.decision.decide.Decided;
import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.decision.decide.ExpireTicket;
import dev.workflowexecutor.decision.decide.ExpireTicket.Expiry;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.Request;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.workflow.Catalog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about each intent with its ticket. Every problem that can be told apart gets its one
 * decision: where deciding fails, the intent goes to the dead letters and a person takes over.
 *
 * <p>Used by one stream thread at a time.
 */
final class DecideProcessor implements Processor<byte[], IncomingIntent, Object, Object> {

  private static final Logger LOG = LoggerFactory.getLogger(DecideProcessor.class);

  private final Definitions definitions;
  private final Sweep sweep;
  private final Consumer<Decision> decided;

  private @Nullable Outlets outlets;
  private @Nullable Tickets tickets;
  private @Nullable ProcessorContext<Object, Object> context;

  DecideProcessor(Definitions definitions, Sweep sweep, Consumer<Decision> decided) {
    this.definitions = definitions;
    this.sweep = sweep;
    this.decided = decided;
  }

  @Override
  public void init(ProcessorContext<Object, Object> processorContext) {
    KeyValueStore<String, StoredTicket> store =
        processorContext.getStateStore(DecisionTopology.TICKETS);
    Outlets out = new Outlets(processorContext, decided);
    Tickets kept = new Tickets(store, sweep.atOnce());
    context = processorContext;
    outlets = out;
    tickets = kept;
    processorContext.schedule(
        sweep.every(),
        PunctuationType.STREAM_TIME,
        time -> kept.sweep(Instant.ofEpochMilli(time), told -> out.decide(told, time, null)));
  }

  @Override
  public void process(Record<byte[], IncomingIntent> record) {
    IncomingIntent incoming = record.value();
    ExtractedIntent value = incoming == null ? null : incoming.value();
    switch (Contracts.INTENT.check(key(record), value)) {
      case Verdict.Kept<ExtractedIntent>(var kept) -> {
        Intent intent = IntentRecords.intent(kept);
        keep(decided(record, ticket(record, intent), intent), record);
      }
      case Verdict.Broken<ExtractedIntent> broken -> {
        out().refuse(record, broken.fault());
        Intent bare = IntentRecords.bare(broken.record(), Instant.ofEpochMilli(record.timestamp()));
        keep(DecideIntent.giveUp(ticket(record, bare).orElse(null), bare), record);
      }
      case Verdict.Unidentified<ExtractedIntent> unidentified ->
          out().refuse(record, unidentified.fault());
    }
  }

  private Decided decided(
      Record<byte[], IncomingIntent> record, Optional<Ticket> ticket, Intent intent) {
    Catalog catalog = catalog(ticket, intent);
    try {
      return DecideIntent.decide(catalog, ticket.orElse(null), intent);
    } catch (RuntimeException e) {
      // A fault in deciding would come back with every attempt, and block the tickets behind it.
      out().refuse(record, RefusedIntentException.decidingFailed(intent.problemId(), e));
      return DecideIntent.giveUp(ticket.orElse(null), intent);
    }
  }

  /** The ticket as it is by now; if its time is over, that is told first. */
  private Optional<Ticket> ticket(Record<byte[], IncomingIntent> record, Intent intent) {
    return switch (kept().find(intent.ticketId())) {
      case null -> Optional.empty();
      case StoredTicket.Readable(var ticket) -> expired(ticket, record, intent);
      case StoredTicket.Unreadable(var _, var why) -> {
        out().refuse(record, RefusedIntentException.ticketUnreadable(intent.ticketId(), why));
        yield Optional.empty();
      }
    };
  }

  private Optional<Ticket> expired(
      Ticket ticket, Record<byte[], IncomingIntent> record, Intent intent) {
    Instant streamTime = Instant.ofEpochMilli(stream().currentStreamTimeMs());
    Instant now = intent.extractedAt().isAfter(streamTime) ? intent.extractedAt() : streamTime;
    return switch (ExpireTicket.at(now, ticket)) {
      case Expiry.Unchanged _ -> Optional.of(ticket);
      case Expiry.Forgotten _ -> Optional.empty();
      case Expiry.Ended(var left, var told) -> {
        kept().keep(left);
        told.ifPresent(it -> out().decide(it, record.timestamp(), null));
        yield Optional.of(left).filter(it -> !it.isForgottenAt(now));
      }
    };
  }

  private Catalog catalog(Optional<Ticket> ticket, Intent intent) {
    Optional<Request> request = ticket.flatMap(it -> it.phase().current());
    String bound =
        request
            .map(it -> it.workflow().workflow() + "@" + it.workflow().version())
            .orElse("nothing");
    return definitions.knowing(
        bound + " " + intent.named().orElse("nothing"),
        catalog ->
            request
                    .map(Request::workflow)
                    .map(it -> catalog.find(it.workflow(), it.version()).isPresent())
                    .orElse(true)
                && intent.named().map(it -> catalog.byIntent(it).isPresent()).orElse(true));
  }

  private void keep(Decided outcome, Record<byte[], IncomingIntent> record) {
    switch (outcome) {
      case Decided.Duplicate _ ->
          LOG.debug("a duplicate in ticket {} changes nothing", key(record));
      case Decided.Next(var ticket, var decision) -> {
        kept().keep(ticket);
        Headers cause = record.headers();
        out().decide(decision, record.timestamp(), cause);
      }
    }
  }

  private static @Nullable String key(Record<byte[], IncomingIntent> record) {
    byte[] key = record.key();
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }

  private Outlets out() {
    return initialised(outlets);
  }

  private Tickets kept() {
    return initialised(tickets);
  }

  private ProcessorContext<Object, Object> stream() {
    return initialised(context);
  }

  private static <T> T initialised(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("expected init before the first record");
    }
    return part;
  }
}
