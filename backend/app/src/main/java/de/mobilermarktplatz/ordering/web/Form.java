package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import org.springframework.util.MultiValueMap;

/** Reads fields of a posted form; what is missing or senseless is refused in a sentence. */
record Form(MultiValueMap<String, String> fields) {

    private static final int LONGEST = 300;

    /** The field's text without blanks around it; empty when missing, cut when absurdly long. */
    String text(String name) {
        String value = fields.getFirst(name);
        String text = value == null ? "" : value.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    OfferId offer() {
        String text = text("angebot");
        try {
            return OfferId.of(text);
        } catch (IllegalArgumentException e) {
            throw Refusals.exception(new Invalid("angebot", "Dieser Artikel ist nicht bekannt."));
        }
    }

    /** Pieces or grams, at least 1. */
    long quantity() {
        long quantity = number();
        if (quantity < 1) {
            throw impossible(text("menge"));
        }
        return quantity;
    }

    /** Pieces or grams; 0 takes the line out. */
    long quantityOrNone() {
        long quantity = number();
        if (quantity < 0) {
            throw impossible(text("menge"));
        }
        return quantity;
    }

    private long number() {
        String text = text("menge");
        try {
            long quantity = Long.parseLong(text);
            if (quantity > PlaceOrder.MAX_QUANTITY) {
                throw impossible(text);
            }
            return quantity;
        } catch (NumberFormatException e) {
            throw impossible(text);
        }
    }

    private static RuntimeException impossible(String text) {
        return Refusals.exception(
                new Invalid(
                        "menge",
                        "Die Menge „%s“ geht nicht. Bitte geben Sie eine ganze Zahl zwischen 1 und %d ein."
                                .formatted(text, PlaceOrder.MAX_QUANTITY)));
    }
}
