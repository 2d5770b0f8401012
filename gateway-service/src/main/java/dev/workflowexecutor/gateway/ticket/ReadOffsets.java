package dev.workflowexecutor.gateway.ticket;

import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the read model goes on reading each partition. */
@Component
public final class ReadOffsets {
  private final JdbcClient jdbc;

  ReadOffsets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first offset that isn't in the read model; empty where nothing was read yet. */
  public OptionalLong next(Slice.Source source) {
    return jdbc.sql("select next_offset from next_offset where topic = ? and partition_no = ?")
        .params(source.topic(), source.partition())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /**
   * Begins again at another offset, because the stored one is no longer in the topic.
   *
   * @param stored the offset that was found; if another gateway has moved it, it stays
   */
  public void restart(Slice.Source source, long stored, long from) {
    jdbc.sql(
            "update next_offset set next_offset = ?"
                + " where topic = ? and partition_no = ? and next_offset = ?")
        .params(from, source.topic(), source.partition(), stored)
        .update();
  }

  /** Locks a partition's offset until the end of the transaction and returns it. */
  long lock(Slice.Source source) {
    return locked(source)
        .orElseGet(
            () -> {
              jdbc.sql("insert into next_offset values (?, ?, 0) on conflict do nothing")
                  .params(source.topic(), source.partition())
                  .update();
              return locked(source).orElseThrow();
            });
  }

  private Optional<Long> locked(Slice.Source source) {
    return jdbc.sql(
            "select next_offset from next_offset where topic = ? and partition_no = ? for update")
        .params(source.topic(), source.partition())
        .query(Long.class)
        .optional();
  }

  void move(Slice.Source source, long nextOffset) {
    jdbc.sql("update next_offset set next_offset = ? where topic = ? and partition_no = ?")
        .params(nextOffset, source.topic(), source.partition())
        .update();
  }
}
