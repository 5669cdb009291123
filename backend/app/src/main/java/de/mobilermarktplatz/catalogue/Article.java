package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.quantity.UnitPrice;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a producer states about an article. Two equal values are the same statement, so a file
 * that is sent twice changes nothing.
 *
 * @param number the producer's own number
 * @param price per piece, or per kilogram when the unit is {@link Unit#GRAM}; with VAT, without
 *     deposit
 * @param content what one piece contains; null when sold by weight or not stated
 * @param deposit null when there is none
 * @param allergens null when nothing was stated, which keeps the article out of the shop
 * @param volumeMillilitres room in the van of one piece or one kilogram, above 0
 * @param weightGrams of one piece or one kilogram with its packing, above 0
 * @param ageLimit 0, 16 or 18 years (JuSchG § 9)
 * @param dayQuantity pieces or grams that may be ordered for each market day
 * @param vanQuantity pieces or grams on top of that for free sale from the van
 */
public record Article(
        String number,
        String name,
        @Nullable Gtin gtin,
        Unit unit,
        @Nullable Content content,
        Money price,
        VatKey vatKey,
        @Nullable Deposit deposit,
        ColdClass coldClass,
        @Nullable String allergens,
        @Nullable String ingredients,
        @Nullable String origin,
        @Nullable String organicCode,
        int ageLimit,
        int weightGrams,
        int volumeMillilitres,
        long dayQuantity,
        long vanQuantity) {

    /**
     * Net content of one piece.
     *
     * @param amount grams or millilitres, above 0
     */
    public record Content(UnitPrice.Content unit, long amount) {}

    /** Deposit of one piece; it follows the VAT of its goods (UStAE 10.1(8)). */
    public record Deposit(Kind kind, Money amount, VatKey vatKey) {

        /** How the empty comes back (VerpackDG § 47: the words EINWEG or MEHRWEG are shown). */
        public enum Kind {
            ONE_WAY("Einweg"),
            REUSABLE("Mehrweg");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            /** The word that the law asks for. */
            public String label() {
                return label;
            }
        }
    }

    /**
     * The price per kilogram or litre that must stand beside the price (PAngV § 4); never with
     * deposit.
     */
    public Optional<UnitPrice> unitPrice() {
        if (unit == Unit.GRAM) {
            return Optional.of(new UnitPrice(price, UnitPrice.Content.GRAM));
        }
        return Optional.ofNullable(content)
                .flatMap(stated -> UnitPrice.of(price, stated.unit(), stated.amount()));
    }
}
