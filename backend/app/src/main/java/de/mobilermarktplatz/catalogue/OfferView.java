package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An article on one market day, as the shop shows it.
 *
 * @param price per piece, or per kilogram when the article is sold by weight
 * @param free pieces or grams that can still be ordered
 * @param vanQuantity pieces or grams for free sale from the van, on top
 * @param cutOff first instant at which an order is too late
 * @param saleModel by the producer's contract today
 */
public record OfferView(
        OfferId id,
        LocalDate marketDay,
        Product product,
        String producerName,
        Money price,
        long offered,
        long free,
        long vanQuantity,
        Instant cutOff,
        SaleModel saleModel) {}
