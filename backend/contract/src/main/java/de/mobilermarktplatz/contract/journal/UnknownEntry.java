package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OpId;

/**
 * An entry of a newer version or type: its first four fields are readable for ever, the rest waits
 * in {@code raw}.
 *
 * @param type the type's number
 * @param raw the whole entry as it came
 */
public record UnknownEntry(int ver, long seq, OpId opId, int type, Bytes raw)
        implements ReadEntry {}
