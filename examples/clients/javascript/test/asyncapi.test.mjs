// docs/asyncapi.yaml against AsyncAPI's own parser, and against the records on the running topics.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AvroSchemaParser } from '@asyncapi/avro-schema-parser';
import { Parser } from '@asyncapi/parser';
import Ajv from 'ajv';
import { deserializer, kafka } from '../platform.mjs';

const file = fileURLToPath(new URL('../../../../docs/asyncapi.yaml', import.meta.url));
const text = readFileSync(file, 'utf8');
const ERROR = 0;
const WARNING = 1;

const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());

async function parsed(source) {
  const { document, diagnostics } = await parser.parse(source, { source: file });
  return { document, faults: diagnostics.filter(({ severity }) => severity === ERROR || severity === WARNING) };
}

const { document, faults } = await parsed(text);

test('is valid AsyncAPI 3', () => {
  assert.deepEqual(faults, []);
  assert.equal(document.version(), '3.0.0');
  assert.equal(document.channels().all().length, 14);
});

test('has the fields of every record', () => {
  const messages = document.components().messages().filterBy(message => message.hasPayload());
  assert.equal(messages.length, 7);
  for (const message of messages) {
    const schema = JSON.parse(
      readFileSync(new URL(`../../../../schemas-avro/src/main/avro/${message.name()}.avsc`, import.meta.url), 'utf8'),
    );
    assert.deepEqual(Object.keys(message.payload().properties()), schema.fields.map(field => field.name));
  }
});

test('would be found invalid with a schema that is none', async () => {
  const broken = text.replace('avro/RawProblem.avsc', '../../pom.xml');

  assert.notEqual(broken, text);
  assert.notDeepEqual((await parsed(broken)).faults, []);
});

test('describes what is on the topics', async t => {
  const ajv = new Ajv({ strict: false });
  const records = await everything(document.channels().all().map(channel => channel.address()));

  for (const channel of document.channels()) {
    await t.test(channel.address(), async () => {
      const [message] = channel.messages().all();
      const fits = ajv.compile(message.headers().json());
      for (const record of records.filter(({ topic }) => topic === channel.address())) {
        const headers = Object.fromEntries(Object.entries(record.headers).map(([name, value]) => [name, value.toString()]));
        assert.ok(fits(headers), `${JSON.stringify(headers)}: ${ajv.errorsText(fits.errors)}`);
        if (message.hasPayload() && channel.address() !== 'problems.raw') {
          const value = await deserializer.deserialize(record.topic, record.value);
          assert.equal(value[message.extensions().get('x-id').value()], headers.ce_id);
        }
      }
    });
  }
  const seen = new Set(records.map(({ topic }) => topic));
  const expected = process.env.WFX_TOPICS_WITH_RECORDS.split(',');
  assert.deepEqual(expected.filter(topic => !seen.has(topic)), []);
});

/** Everything that was committed on the topics until now. */
async function everything(topics) {
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (low !== high) {
        ends.set(`${topic}/${partition}`, BigInt(high));
      }
    }
  }
  await admin.disconnect();
  const records = [];
  const consumer = kafka.consumer({ groupId: `auditor-javascript-${process.pid}`, readUncommitted: false });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer
      .run({
        eachBatch: async ({ batch, resolveOffset }) => {
          for (const message of batch.messages) {
            records.push({ topic: batch.topic, ...message });
          }
          resolveOffset(batch.lastOffset());
          // The last offset counts the markers of transactions, which are no messages.
          const place = `${batch.topic}/${batch.partition}`;
          if (ends.has(place) && BigInt(batch.lastOffset()) + 1n >= ends.get(place)) {
            ends.delete(place);
          }
          if (ends.size === 0) {
            resolve();
          }
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return records;
}
