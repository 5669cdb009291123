package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.ordering.domain.German;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one producer offers for a call.
 *
 * @param anchor id of its heading
 * @param cutOff "Bestellbar bis …" in words
 */
record ProducerShelf(
        String anchor, String producer, String cutOff, boolean open, List<OfferCard> offers) {

    /** Groups offers by producer in the order they come. */
    static List<ProducerShelf> of(
            List<OfferView> offers, Map<OfferId, Long> inCart, Instant now, ZoneId zone) {
        Map<String, List<OfferView>> byProducer = new LinkedHashMap<>();
        offers.forEach(
                offer ->
                        byProducer
                                .computeIfAbsent(offer.producerName(), name -> new ArrayList<>())
                                .add(offer));
        List<ProducerShelf> shelves = new ArrayList<>();
        byProducer.forEach(
                (name, own) -> {
                    Instant cutOff = own.getFirst().cutOff();
                    boolean open = now.isBefore(cutOff);
                    shelves.add(
                            new ProducerShelf(
                                    "hof-" + (shelves.size() + 1),
                                    name,
                                    German.cutOff(cutOff, now, zone),
                                    open,
                                    own.stream()
                                            .map(
                                                    offer ->
                                                            OfferCard.of(
                                                                    offer,
                                                                    open,
                                                                    inCart.getOrDefault(
                                                                            offer.id(), 0L)))
                                            .toList()));
                });
        return shelves;
    }
}
