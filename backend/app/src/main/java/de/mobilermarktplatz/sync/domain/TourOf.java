package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.Abort;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.DepositReturn;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.GoodsIn;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.Shrinkage;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.StopArrive;
import de.mobilermarktplatz.contract.journal.StopLeave;
import de.mobilermarktplatz.contract.journal.Temperature;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.kernel.id.TourId;
import org.jspecify.annotations.Nullable;

/** The tour that an entry belongs to. */
final class TourOf {

    private TourOf() {}

    /** Null for entries that belong to the till alone. */
    static @Nullable TourId body(EntryBody body) {
        return switch (body) {
            case Sale b -> b.tour();
            case VoidReceipt b -> b.tour();
            case DepositReturn b -> b.tour();
            case Abort b -> b.tour();
            case Handover b -> b.tour();
            case Refused b -> b.tour();
            case Load b -> b.tour();
            case GoodsIn b -> b.tour();
            case Shrinkage b -> b.tour();
            case StockCount b -> b.tour();
            case Temperature b -> b.tour();
            case StopArrive b -> b.tour();
            case StopLeave b -> b.tour();
            case Closing b -> b.tour();
            default -> null;
        };
    }
}
