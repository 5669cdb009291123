package de.mobilermarktplatz.region.domain;

import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRate;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a region over the rows everybody starts with. */
public final class RateTable {

    private record Start(VatKey key, LocalDate validFrom) {}

    private RateTable() {}

    /** A row of {@code own} replaces the row of the same key and day; all others are kept. */
    public static VatRates merge(VatRates common, List<VatRate> own) {
        Map<Start, VatRate> rows = new LinkedHashMap<>();
        for (VatRate rate : common.rows()) {
            rows.put(new Start(rate.key(), rate.validFrom()), rate);
        }
        for (VatRate rate : own) {
            rows.put(new Start(rate.key(), rate.validFrom()), rate);
        }
        return new VatRates(List.copyOf(rows.values()));
    }
}
