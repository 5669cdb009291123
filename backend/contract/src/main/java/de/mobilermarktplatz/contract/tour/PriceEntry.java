package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import org.jspecify.annotations.Nullable;

/**
 * A product of the price list, sold on board or contained in an order.
 *
 * @param text what the receipt prints, at most 60 characters
 * @param code short number on the keypad or in-store weight code; null if there is none
 * @param price per piece or per kilogram
 * @param depositKind number of a {@link DepositKind}, 0 for none
 * @param ageLimit years, 0 for none
 */
public record PriceEntry(
        ProductId product,
        ProducerId producer,
        String text,
        @Nullable Gtin gtin,
        @Nullable String code,
        Unit unit,
        Money price,
        VatKey vatKey,
        int depositKind,
        Money depositEach,
        VatKey depositVatKey,
        int ageLimit,
        ColdClass coldClass) {}
