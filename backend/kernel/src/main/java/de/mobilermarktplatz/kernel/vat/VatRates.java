package de.mobilermarktplatz.kernel.vat;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Dated VAT rates; rates are data, because § 24 UStG changes them by ordinance. */
public record VatRates(List<VatRate> rows) {

    private static final LocalDate BEGINNING = LocalDate.of(2021, 1, 1);

    public VatRates {
        rows = List.copyOf(rows);
    }

    /**
     * German rates since 2021 (§§ 12, 24 UStG; DSFinV-K 2.4, annex 2), as a start for a new region.
     */
    public static VatRates german() {
        return new VatRates(
                List.of(
                        new VatRate(VatKey.GENERAL, BEGINNING, 1900),
                        new VatRate(VatKey.REDUCED, BEGINNING, 700),
                        new VatRate(VatKey.FARM, BEGINNING, 1070),
                        new VatRate(VatKey.FARM, LocalDate.of(2022, 1, 1), 950),
                        new VatRate(VatKey.FARM, LocalDate.of(2023, 1, 1), 900),
                        new VatRate(VatKey.FARM, LocalDate.of(2024, 12, 6), 840),
                        new VatRate(VatKey.FARM, LocalDate.of(2025, 1, 1), 780),
                        new VatRate(VatKey.FORESTRY, BEGINNING, 550),
                        new VatRate(VatKey.NOT_TAXABLE, BEGINNING, 0),
                        new VatRate(VatKey.TAX_FREE, BEGINNING, 0),
                        new VatRate(VatKey.UNDETERMINED, BEGINNING, 0),
                        new VatRate(VatKey.ZERO_RATED, BEGINNING, 0)));
    }

    /**
     * Hundredths of a percent that hold for a key on a day.
     *
     * @throws IllegalArgumentException if no row of the key is valid yet
     */
    public int basisPoints(VatKey key, LocalDate day) {
        return rows.stream()
                .filter(row -> row.key() == key && !row.validFrom().isAfter(day))
                .max(Comparator.comparing(VatRate::validFrom))
                .orElseThrow(
                        () -> new IllegalArgumentException("no VAT rate of " + key + " on " + day))
                .basisPoints();
    }

    /** Splits a gross amount by the rate of that day. */
    public VatShare split(VatKey key, Money gross, LocalDate day) {
        return VatShare.of(key, gross, basisPoints(key, day));
    }
}
