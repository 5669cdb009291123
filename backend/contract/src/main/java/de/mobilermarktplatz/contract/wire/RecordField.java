package de.mobilermarktplatz.contract.wire;

import java.lang.reflect.Method;

/** One component of a record. */
record RecordField(String name, Method accessor, Codec<Object> codec, boolean nullable) {}
