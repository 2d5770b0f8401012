package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.events.ExtractedIntent;

/** An intent record with the bytes it came as, which a dead letter must carry on. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record IncomingIntent(byte[] bytes, ExtractedIntent value) {}
