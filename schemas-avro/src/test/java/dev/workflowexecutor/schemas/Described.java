package dev.workflowexecutor.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a schema that has a doc: a record, an enum or a field. */
record Described(String name, @Nullable String doc) {

  static List<Described> in(Schema schema) {
    var all = new ArrayList<Described>();
    collect(schema, all, new ArrayList<>());
    return all;
  }

  static List<Schema> enumsIn(Schema schema) {
    var enums = new ArrayList<Schema>();
    collect(schema, new ArrayList<>(), enums);
    return enums;
  }

  private static void collect(Schema schema, List<Described> all, List<Schema> enums) {
    switch (schema.getType()) {
      case RECORD -> {
        all.add(new Described(schema.getFullName(), schema.getDoc()));
        for (Schema.Field field : schema.getFields()) {
          all.add(new Described(schema.getFullName() + "." + field.name(), field.doc()));
          collect(field.schema(), all, enums);
        }
      }
      case ENUM -> {
        all.add(new Described(schema.getFullName(), schema.getDoc()));
        enums.add(schema);
      }
      case ARRAY -> collect(schema.getElementType(), all, enums);
      case MAP -> collect(schema.getValueType(), all, enums);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, all, enums));
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }
}
