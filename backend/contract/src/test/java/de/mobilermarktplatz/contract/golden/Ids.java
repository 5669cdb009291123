package de.mobilermarktplatz.contract.golden;

import java.util.UUID;
import java.util.function.Function;

/** Ids that can be told apart at a glance. */
final class Ids {

    private Ids() {}

    /** Version 7, made on 2026-05-04 at 08:15:30 UTC, ending in the number. */
    static <I> I id(Function<UUID, I> type, long number) {
        return type.apply(new UUID(0x019d_f20e_80d0_7000L, 0x8000_0000_0000_0000L | number));
    }
}
