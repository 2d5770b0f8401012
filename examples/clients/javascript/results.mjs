// Prints outcomes as lines of JSON, as a downstream system takes them.
//
//   node results.mjs            every outcome from now on, until ended
//   node results.mjs TICKET     the newest outcome of a ticket; waits until there is one

import { randomUUID } from 'node:crypto';
import { deserializer, kafka } from './platform.mjs';

const [ticket] = process.argv.slice(2);

// Outcomes are written in transactions: readUncommitted would also show what was taken back.
const consumer = kafka.consumer({ groupId: `downstream-javascript-${randomUUID()}`, readUncommitted: false });
await consumer.connect();
await consumer.subscribe({ topic: 'executions.results', fromBeginning: ticket !== undefined });

async function end(status) {
  await consumer.disconnect();
  process.exit(status);
}
process.once('SIGINT', () => end(0));
process.once('SIGTERM', () => end(0));

await consumer.run({
  eachMessage: async ({ topic, message }) => {
    if (ticket !== undefined && message.key?.toString() !== ticket) {
      return;
    }
    const result = await deserializer.deserialize(topic, message.value);
    console.log(JSON.stringify({ ...result, trace: message.headers.traceparent?.toString() }));
    if (ticket !== undefined) {
      // Not awaited: a consumer can't leave while it waits for this to return.
      end(0);
    }
  },
});
