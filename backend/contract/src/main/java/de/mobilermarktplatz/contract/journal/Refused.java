package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.List;

/** Lines of a pre-order that stay aboard as free stock. */
public record Refused(
        OrderId order, CallId call, TourId tour, RefusalReason reason, List<DeliveredLine> lines)
        implements EntryBody {}
