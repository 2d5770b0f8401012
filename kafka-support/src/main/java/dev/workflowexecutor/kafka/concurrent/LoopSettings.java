package dev.workflowexecutor.kafka.concurrent;

import java.time.Duration;

/**
 * How the consumer loop keeps its balance.
 *
 * @param buffer records between poll and end at which polling pauses
 * @param commitInterval the time between commits
 * @param revocationTimeout the time that running records get when their partition goes
 * @param commitTimeout the time that a last commit may take
 */
record LoopSettings(
    int buffer, Duration commitInterval, Duration revocationTimeout, Duration commitTimeout) {}
