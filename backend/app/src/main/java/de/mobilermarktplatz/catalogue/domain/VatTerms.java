package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.SaleModel;
import de.mobilermarktplatz.catalogue.TaxStatus;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which VAT keys a producer's articles may carry. Goods sold in the market's own name are never
 * taxed at the farmer's average rate (§ 24 UStG), whatever the farm itself does.
 *
 * @param day the day whose rates the file's percentages mean
 */
public record VatTerms(SaleModel saleModel, TaxStatus taxStatus, VatRates rates, LocalDate day) {

    private List<VatKey> keys() {
        if (saleModel != SaleModel.AGENCY) {
            return List.of(VatKey.REDUCED, VatKey.GENERAL);
        }
        return switch (taxStatus) {
            case STANDARD -> List.of(VatKey.REDUCED, VatKey.GENERAL);
            case FLAT_RATE_FARMER -> List.of(VatKey.FARM, VatKey.FORESTRY, VatKey.GENERAL);
            case SMALL_BUSINESS -> List.of(VatKey.TAX_FREE);
        };
    }

    /** {@code 7}, {@code 7,0 %}, {@code 19%}, {@code 0,07}. */
    Parsed<VatKey> parse(String text) {
        String advice =
                "schreiben Sie "
                        + keys().stream().map(this::percent).collect(Collectors.joining(" oder "));
        String number =
                text.toLowerCase(Locale.GERMAN).replaceAll("%|prozent|mwst|ust", "").strip();
        return Decimals.parse(number)
                .then(
                        value -> {
                            for (VatKey key : keys()) {
                                BigDecimal rate =
                                        BigDecimal.valueOf(rates.basisPoints(key, day), 2);
                                if (rate.compareTo(value) == 0
                                        || rate.movePointLeft(2).compareTo(value) == 0) {
                                    return Parsed.of(key);
                                }
                            }
                            return Parsed.wrong(
                                    saleModel == SaleModel.AGENCY
                                            ? "ist kein Steuersatz dieses Erzeugers"
                                            : "ist kein Steuersatz; der Marktplatz verkauft in eigenem Namen",
                                    advice);
                        });
    }

    private String percent(VatKey key) {
        return BigDecimal.valueOf(rates.basisPoints(key, day), 2)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
