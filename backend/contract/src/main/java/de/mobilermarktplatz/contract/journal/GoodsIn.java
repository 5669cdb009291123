package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RequestId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods taken over from a producer.
 *
 * @param request the numbered request this answers, null for goods nobody asked for
 * @param tenthsCelsius temperature measured at the goods, null if not measured
 */
public record GoodsIn(
        TourId tour,
        ProducerId producer,
        @Nullable RequestId request,
        List<CrateId> crates,
        List<GoodsInLine> lines,
        @Nullable Integer tenthsCelsius)
        implements EntryBody {}
