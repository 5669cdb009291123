package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** An identifier that knows what it identifies. */
public interface TypedId {

    /** The bare value, as databases and wires carry it. */
    UUID value();
}
