package dev.workflowexecutor.benchmarks.serde;

/**
 * What one way of writing or reading one record cost in one round.
 *
 * @param what serialize or deserialize
 * @param plain whether it is plain Avro, without framing and registry
 * @param nanos time for a record, the median over the round's batches
 * @param bytesPerRecord bytes allocated for each record
 */
record SerdeFigures(
    int round, String record, String what, boolean plain, double nanos, double bytesPerRecord) {

  private static final double NANOS_PER_SECOND = 1e9;

  double perSecond() {
    return NANOS_PER_SECOND / nanos;
  }

  boolean isOf(SerdeFigures other) {
    return record.equals(other.record) && what.equals(other.what);
  }
}
