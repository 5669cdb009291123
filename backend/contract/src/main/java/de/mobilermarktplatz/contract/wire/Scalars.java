package de.mobilermarktplatz.contract.wire;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How each basic type stands on the wire. Never changed, only added to: old journals must stay
 * readable.
 */
final class Scalars {

    private static final Map<Class<?>, Codec<?>> BY_TYPE = new HashMap<>();

    static {
        Codec<Long> longs = ScalarCodec.ofLong(Function.identity(), Function.identity());
        Codec<Integer> ints = ScalarCodec.ofInt(Function.identity(), Function.identity());
        BY_TYPE.put(long.class, longs);
        BY_TYPE.put(Long.class, longs);
        BY_TYPE.put(int.class, ints);
        BY_TYPE.put(Integer.class, ints);
        BY_TYPE.put(boolean.class, ScalarCodec.ofInt((Boolean b) -> b ? 1 : 0, Scalars::truth));
        BY_TYPE.put(String.class, texts());
        BY_TYPE.put(Bytes.class, ScalarCodec.ofBytes(Bytes::toArray, Bytes::of));
        BY_TYPE.put(UUID.class, ScalarCodec.ofBytes(Scalars::uuidBytes, Scalars::uuid));
        // Milliseconds, days and seconds since the start of the Unix epoch or of the day.
        BY_TYPE.put(
                Instant.class, ScalarCodec.ofLong(Instant::toEpochMilli, Instant::ofEpochMilli));
        BY_TYPE.put(
                LocalDate.class, ScalarCodec.ofLong(LocalDate::toEpochDay, LocalDate::ofEpochDay));
        BY_TYPE.put(
                LocalTime.class,
                ScalarCodec.ofInt(LocalTime::toSecondOfDay, LocalTime::ofSecondOfDay));
        BY_TYPE.put(LineKind.class, ScalarCodec.ofInt(LineKind::code, LineKind::ofCode));
        BY_TYPE.put(TenderKind.class, ScalarCodec.ofInt(TenderKind::code, TenderKind::ofCode));
        BY_TYPE.put(VatKey.class, ScalarCodec.ofInt(VatKey::code, VatKey::ofCode));
        BY_TYPE.put(
                Unit.class, ScalarCodec.ofInt((Unit u) -> u == Unit.PIECE ? 0 : 1, Scalars::unit));
    }

    private Scalars() {}

    static boolean knows(Class<?> type) {
        return BY_TYPE.containsKey(type);
    }

    static Codec<?> of(Class<?> type) {
        Codec<?> codec = BY_TYPE.get(type);
        if (codec == null) {
            throw new IllegalArgumentException("no wire form for " + type.getName());
        }
        return codec;
    }

    private static Codec<String> texts() {
        return new ScalarCodec<>(
                (out, value) -> {
                    var _ = out.writeString(value);
                },
                Tokens::text);
    }

    private static boolean truth(int code) {
        return switch (code) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new WireException("expected 0 or 1 but found " + code);
        };
    }

    private static Unit unit(int code) {
        return truth(code) ? Unit.GRAM : Unit.PIECE;
    }

    private static byte[] uuidBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        if (bytes.length != 16) {
            throw new WireException("an id has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
