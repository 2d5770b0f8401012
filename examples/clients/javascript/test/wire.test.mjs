// Confluent's serializer and deserializer for JavaScript against records that Java wrote: the same
// bytes for the same values, in both directions, on every topic.
//
// WFX_INTEROP_RECORDS is a folder with a file TOPIC.jsonl for each topic; a line has the record as
// Avro's JSON and as bytes. What is written here goes into TOPIC.written, for Java to read.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deserializer, registry, serializer } from '../platform.mjs';

const folder = process.env.WFX_INTEROP_RECORDS;
const topics = readdirSync(folder)
  .filter(name => name.endsWith('.jsonl'))
  .map(name => name.slice(0, -'.jsonl'.length));

test('there are records of every topic', () => assert.equal(topics.length, 7));

for (const topic of topics) {
  test(`reads and writes ${topic} byte for byte`, async () => {
    const latest = await registry.getLatestSchemaMetadata(`${topic}-value`);
    const [type] = await serializer.toType(latest);
    const written = [];
    const lines = readFileSync(join(folder, `${topic}.jsonl`), 'utf8').trimEnd().split('\n');
    for (const line of lines.map(JSON.parse)) {
      const value = type.fromString(line.json);
      const bytes = Buffer.from(line.bytes, 'base64');

      // Each side has classes of its own for the same schema; what counts is what they hold.
      assert.deepEqual(structuredClone(await deserializer.deserialize(topic, bytes)), structuredClone(value));

      const ours = await serializer.serialize(topic, value);
      assert.equal(ours.toString('hex'), bytes.toString('hex'));
      written.push(ours.toString('base64'));
    }
    writeFileSync(join(folder, `${topic}.written`), written.join('\n'));
  });

  test(`finds the schema's file of ${topic} as the registered version`, async () => {
    const schema = readFileSync(join(folder, `${topic}.avsc`), 'utf8');

    const latest = await registry.getLatestSchemaMetadata(`${topic}-value`);
    const id = await registry.getId(`${topic}-value`, { schemaType: 'AVRO', schema });

    assert.equal(id, latest.id);
  });
}

test('times are dates', async () => {
  const [line] = readFileSync(join(folder, 'problems.raw.jsonl'), 'utf8').split('\n');
  const { json, bytes } = JSON.parse(line);

  const problem = await deserializer.deserialize('problems.raw', Buffer.from(bytes, 'base64'));

  assert.ok(problem.submittedAt instanceof Date);
  assert.equal(problem.submittedAt.getTime(), JSON.parse(json).submittedAt);
});

test('refuses a value that the contract does not have', async () => {
  await assert.rejects(
    serializer.serialize('problems.raw', { problemId: 'p', ticketId: 't', text: 1, submittedAt: new Date() }),
    /text/,
  );
});
