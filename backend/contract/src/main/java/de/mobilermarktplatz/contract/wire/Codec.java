package de.mobilermarktplatz.contract.wire;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Writes one kind of value and reads it back. */
interface Codec<T> {

    void write(JsonGenerator out, T value);

    /** Reads the value whose first token is the parser's current one. */
    T read(JsonParser in);
}
