package dev.workflowexecutor.benchmarks.serde;

/**
 * What one way of writing or reading one record costs.
 *
 * @param what serialize or deserialize
 * @param plain whether it is plain Avro, without framing and registry
 * @param perSecond records a second, the mean over all measured seconds
 * @param error half the width of the 99.9 % confidence interval of that
 * @param bytesPerRecord bytes allocated for each record
 */
record SerdeFigures(
    String record,
    String what,
    boolean plain,
    double perSecond,
    double error,
    double bytesPerRecord) {}
