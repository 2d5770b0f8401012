// Submits a problem by topic, as an upstream system does.
//
//   node submit.mjs TEXT [TICKET]
//
// Prints the ids under which its outcome will be found: node results.mjs TICKET

import { randomUUID } from 'node:crypto';
import { kafka, serializer } from './platform.mjs';

const [text, ticket] = process.argv.slice(2);
if (text === undefined) {
  console.error('usage: node submit.mjs TEXT [TICKET]');
  process.exit(2);
}

const problem = {
  problemId: randomUUID(), // unique: a second record with the same id changes nothing
  ticketId: ticket ?? randomUUID(),
  text,
  attributes: { channel: 'javascript', language: 'en' }, // what you know already, by fact name
  continuesTicket: ticket !== undefined,
  source: 'javascript-example',
  submittedAt: new Date(),
};

const producer = kafka.producer({ idempotent: true });
await producer.connect();
try {
  await producer.send({
    topic: 'problems.raw',
    acks: -1,
    messages: [
      {
        key: problem.ticketId, // always the ticket's id: its records stay in order
        value: await serializer.serialize('problems.raw', problem),
        headers: {
          ce_specversion: '1.0',
          ce_id: problem.problemId,
          ce_type: 'dev.workflowexecutor.events.RawProblem',
          ce_source: problem.source,
          ce_time: problem.submittedAt.toISOString(),
          'content-type': 'application/avro',
          // Your trace goes on through every hop, up to the outcome.
          ...(process.env.TRACEPARENT && { traceparent: process.env.TRACEPARENT }),
        },
      },
    ],
  });
} finally {
  await producer.disconnect();
}
console.log(JSON.stringify(problem));
