// Where the platform is, and how its records are written and read: what both programs share.

import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import avro from 'avsc';
import { Kafka, logLevel } from 'kafkajs';

// As ./wfx up prints them.
const brokers = (process.env.WFX_KAFKA_BOOTSTRAP_SERVERS ?? '127.0.0.1:9092').split(',');
const registryUrl = process.env.WFX_SCHEMA_REGISTRY_URL ?? 'http://127.0.0.1:8081/apis/ccompat/v7';

/** Times are Dates here, and milliseconds since the epoch on the wire. */
class TimestampMillis extends avro.types.LogicalType {
  _fromValue(milliseconds) {
    return new Date(milliseconds);
  }

  _toValue(date) {
    return date instanceof Date ? date.getTime() : undefined;
  }
}

export const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] });

const subjects = { subjectNameStrategyType: 'TOPIC' };
const types = { logicalTypes: { 'timestamp-millis': TimestampMillis } };

// Written with the newest registered version; a program never invents a schema out of its values.
export const serializer = new AvroSerializer(registry, SerdeType.VALUE, { ...subjects, ...types, useLatestVersion: true });

export const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, { ...subjects, ...types });

export const kafka = new Kafka({ clientId: 'javascript-example', brokers, logLevel: logLevel.ERROR });
