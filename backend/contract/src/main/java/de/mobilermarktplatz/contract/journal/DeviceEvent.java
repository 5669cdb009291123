package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something about the tablet or who uses it.
 *
 * @param value what the kind says, 0 if nothing
 */
public record DeviceEvent(DeviceEventKind kind, long value, @Nullable PersonId person)
        implements EntryBody {}
