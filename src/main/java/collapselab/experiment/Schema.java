package collapselab.experiment;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters that a record declares with {@link Knob}: makes controls, specs, range checks and help of them.
 *
 * @param <R> the record
 */
public final class Schema<R extends Record> {
    /** What kind of value a parameter has. */
    public enum Kind {
        WHOLE,
        REAL,
        CHOICE,
        TEXT
    }

    /**
     * One parameter.
     *
     * @param name in specs and on the command line
     * @param knob label, help and slider
     * @param kind what values it takes
     * @param choices the values of a choice, else empty
     * @param conditions what must hold of others for it to mean something
     * @param follows what must hold of others for its value to follow from a file; empty if it never does
     */
    public record Field(
            String name,
            Knob knob,
            Kind kind,
            List<Choice> choices,
            List<Condition> conditions,
            List<Condition> follows) {
        public Field {
            choices = List.copyOf(choices);
            conditions = List.copyOf(conditions);
            follows = List.copyOf(follows);
        }
    }

    /** Read once a class: reading annotations takes far longer than a control's turn at a pulse. */
    private static final ClassValue<Schema<?>> READ = new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
            return read(type.asSubclass(Record.class));
        }
    };

    private final Class<R> type;
    private final List<Field> fields;

    private Schema(Class<R> type, List<Field> fields) {
        this.type = type;
        this.fields = fields;
    }

    /** The schema of a record whose every component carries {@link Knob}. */
    @SuppressWarnings("unchecked") // each class has the schema of its own type
    public static <R extends Record> Schema<R> of(Class<R> type) {
        return (Schema<R>) READ.get(type);
    }

    private static <R extends Record> Schema<R> read(Class<R> type) {
        return new Schema<>(
                type,
                Arrays.stream(type.getRecordComponents()).map(Schema::field).toList());
    }

    private static List<Condition> conditions(String... texts) {
        return Stream.of(texts).map(Condition::of).toList();
    }

    private static Field field(RecordComponent component) {
        Class<?> type = component.getType();
        Kind kind = type.isEnum()
                ? Kind.CHOICE
                : type == String.class ? Kind.TEXT : type == double.class ? Kind.REAL : Kind.WHOLE;
        List<Choice> choices = kind == Kind.CHOICE
                ? Stream.of(type.getEnumConstants()).map(Choice.class::cast).toList()
                : List.of();
        Knob knob = component.getAnnotation(Knob.class);
        return new Field(component.getName(), knob, kind, choices, conditions(knob.when()), conditions(knob.follows()));
    }

    /** The parameters, in the order of the record. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether there is a parameter of this name. */
    public boolean has(String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    /** A parameter's value as specs write it. */
    public String text(R record, String name) {
        return format(value(record, name));
    }

    /** A numeric parameter's value. */
    public double number(R record, String name) {
        return ((Number) value(record, name)).doubleValue();
    }

    /**
     * The record with some parameters changed, all at once: what it refuses does not depend on their order.
     *
     * @param changes texts by name; names that are none of its parameters are passed over
     * @throws SpecException if a text is no value of its parameter, or the record refuses them
     */
    public R with(R record, Map<String, String> changes) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String text = changes.get(components[i].getName());
            values[i] = text == null
                    ? value(record, components[i].getName())
                    : parse(fields.get(i), components[i].getType(), text);
        }
        return construct(components, values);
    }

    private R construct(RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(R record, String name) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    component.getAccessor().setAccessible(true);
                    return component.getAccessor().invoke(record);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Object parse(Field field, Class<?> type, String text) {
        String said = field.name() + "=" + text;
        if (field.kind() == Kind.TEXT) {
            return text;
        }
        if (field.kind() == Kind.CHOICE) {
            return field.choices().stream()
                    .filter(choice -> choice.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new SpecException(said + " is not possible: use "
                            + field.choices().stream().map(Choice::text).collect(Collectors.joining(" or ")) + "."));
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new SpecException(said + " is not a finite number: use a number such as "
                    + (field.kind() == Kind.REAL ? "0.5" : "100") + ".");
        }
        if (field.kind() == Kind.REAL) {
            double value = number.doubleValue();
            if (Double.isInfinite(value)) {
                throw new SpecException(said + " is too large a number.");
            }
            return value;
        }
        try {
            return type == int.class ? (Object) number.intValueExact() : (Object) number.longValueExact();
        } catch (ArithmeticException e) {
            throw new SpecException(said + " is not a whole number that fits: use one such as 100.");
        }
    }

    /** A value as specs write it: choices by name, numbers with a point and no more digits than they need. */
    static String format(Object value) {
        if (value instanceof Choice choice) {
            return choice.text();
        }
        if (value instanceof Double number) {
            return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }
        return String.valueOf(value);
    }
}
