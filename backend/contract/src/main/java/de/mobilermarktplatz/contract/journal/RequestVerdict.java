package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import org.jspecify.annotations.Nullable;

/** The van's answer to a change that the office asked for while the van had custody. */
public record RequestVerdict(FactId request, Verdict verdict, @Nullable OrderId order)
        implements EntryBody {}
