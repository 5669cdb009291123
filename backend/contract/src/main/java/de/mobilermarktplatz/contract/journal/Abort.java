package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A basket that came to nothing (AVBelegabbruch); a crash leaves one at the next start. */
public record Abort(
        @Nullable TourId tour,
        @Nullable CallId call,
        AbortReason reason,
        List<SaleLine> lines,
        long openMillis,
        @Nullable TseSignature tse)
        implements EntryBody {}
