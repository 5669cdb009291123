package de.mobilermarktplatz.contract.wire;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** An enum by its wire code. */
final class EnumCodec<E> implements Codec<E> {

    private final Class<E> type;
    private final Map<Integer, E> byCode = new HashMap<>();

    EnumCodec(Class<E> type) {
        this.type = type;
        for (E constant : type.getEnumConstants()) {
            E twin = byCode.put(codeOf(constant), constant);
            if (twin != null) {
                throw new IllegalArgumentException(
                        type.getName() + ": " + twin + " and " + constant + " share a code");
            }
        }
    }

    @Override
    public void write(JsonGenerator out, E value) {
        var _ = out.writeNumber(codeOf(value));
    }

    @Override
    public E read(JsonParser in) {
        int code = Tokens.smallInteger(in);
        E constant = byCode.get(code);
        if (constant == null) {
            throw new WireException("no " + type.getSimpleName() + " has code " + code);
        }
        return constant;
    }

    private static int codeOf(Object constant) {
        return ((WireCode) constant).code();
    }
}
