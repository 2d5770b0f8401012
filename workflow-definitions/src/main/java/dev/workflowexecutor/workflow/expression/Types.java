package dev.workflowexecutor.workflow.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types of a vocabulary's names as CEL checks them. */
final class Types implements CelTypeProvider {

  static final StructType MONEY =
      struct("money", Map.of("currency", SimpleType.STRING, "amount", SimpleType.DOUBLE));

  private final ImmutableMap<String, CelType> byName;
  private final StructType facts;
  private final StructType steps;

  Types(Vocabulary vocabulary) {
    Map<String, CelType> factTypes = new LinkedHashMap<>();
    vocabulary.facts().forEach((name, type) -> factTypes.put(name, of(type)));
    facts = struct("workflow.facts", factTypes);

    Map<String, CelType> stepTypes = new LinkedHashMap<>();
    vocabulary
        .steps()
        .forEach(
            (name, tool) ->
                stepTypes.put(name, struct("workflow.steps." + name, of(tool.output()))));
    steps = struct("workflow.steps", stepTypes);

    ImmutableMap.Builder<String, CelType> all = ImmutableMap.builder();
    stepTypes.values().forEach(type -> all.put(type.name(), type));
    byName = all.put(facts.name(), facts).put(steps.name(), steps).put("money", MONEY).build();
  }

  StructType facts() {
    return facts;
  }

  StructType steps() {
    return steps;
  }

  /** The name of a type in the words of the workflow language. */
  static String name(CelType type) {
    return switch (type.kind()) {
      case BOOL -> "boolean";
      case INT -> "integer";
      case UINT -> "unsigned integer";
      case DOUBLE -> "number";
      case STRING -> "text";
      case TIMESTAMP -> "date";
      case DURATION -> "duration";
      case LIST -> type instanceof ListType list ? "list of " + name(list.elemType()) : "list";
      case MAP -> "map";
      case NULL_TYPE -> "null";
      default -> type.name().replace("workflow.", "");
    };
  }

  static CelType of(FactType type) {
    return switch (type) {
      case FactType.Bool _ -> SimpleType.BOOL;
      case FactType.IntegerNumber _ -> SimpleType.INT;
      case FactType.DecimalNumber _ -> SimpleType.DOUBLE;
      case FactType.Money _ -> MONEY;
      case FactType.Date _ -> SimpleType.TIMESTAMP;
      case FactType.Duration _ -> SimpleType.DURATION;
      case FactType.Text _,
          FactType.Choice _,
          FactType.Time _,
          FactType.Phone _,
          FactType.Email _,
          FactType.Identifier _ ->
          SimpleType.STRING;
    };
  }

  private static Map<String, CelType> of(Map<String, Field> fields) {
    Map<String, CelType> types = new LinkedHashMap<>();
    fields.forEach((name, field) -> types.put(name, of(field.type())));
    return types;
  }

  private static CelType of(FieldType type) {
    return switch (type) {
      case FieldType.Text _, FieldType.Choice _ -> SimpleType.STRING;
      case FieldType.Bool _ -> SimpleType.BOOL;
      case FieldType.IntegerNumber _ -> SimpleType.INT;
      case FieldType.DecimalNumber _ -> SimpleType.DOUBLE;
    };
  }

  private static StructType struct(String name, Map<String, CelType> types) {
    ImmutableMap<String, CelType> fields = ImmutableMap.copyOf(types);
    return StructType.create(
        name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return byName.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
