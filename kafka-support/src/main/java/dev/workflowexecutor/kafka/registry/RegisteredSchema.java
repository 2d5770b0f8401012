package dev.workflowexecutor.kafka.registry;

import org.apache.avro.Schema;

/**
 * A schema as a version of a subject.
 *
 * @param version its number in the subject, from 1
 * @param id its id in the whole registry, as it stands in the wire format
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
