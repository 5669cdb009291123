package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.problem.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What became of a wish to order. */
public sealed interface PlaceResult {

    /**
     * @param again whether the order stood already: the same idempotency key was seen before
     */
    record Placed(Order order, boolean again) implements PlaceResult {}

    /**
     * Nothing was placed and no stock moved. {@code slug} names the reason in addresses and texts.
     */
    sealed interface Refused extends PlaceResult, Rejection {}

    /** A line that cannot be had. {@code free}: pieces or grams that are left, 0 when none. */
    record Shortage(OfferId offer, String product, long wanted, long free) {}

    record SoldOut(List<Shortage> lines) implements Refused {
        @Override
        public String slug() {
            return "sold-out";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of(
                    "lines",
                    lines,
                    "articles",
                    names(lines.stream().map(Shortage::product).toList()));
        }
    }

    /** A line whose producer takes no more orders. */
    record Late(OfferId offer, String product, Instant cutOffAt) {}

    record CutOffPassed(List<Late> lines) implements Refused {
        @Override
        public String slug() {
            return "cut-off-passed";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of(
                    "lines", lines, "articles", names(lines.stream().map(Late::product).toList()));
        }
    }

    /** The van has no room left at this call for goods of these cold classes. */
    record CallFull(List<ColdClass> coldClasses) implements Refused {
        @Override
        public String slug() {
            return "call-full";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("coldClasses", coldClasses);
        }
    }

    record CallUnknown(String call) implements Refused {
        @Override
        public String slug() {
            return "call-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("call", call);
        }
    }

    /** The call was cancelled, or its market day takes no orders any more. */
    record CallClosed(String call) implements Refused {
        @Override
        public String slug() {
            return "call-closed";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("call", call);
        }
    }

    /** Offers that do not exist or are not for the call's day. */
    record OfferUnknown(List<OfferId> offers) implements Refused {
        @Override
        public String slug() {
            return "offer-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("offers", offers.stream().map(OfferId::toString).toList());
        }
    }

    /** Prices moved between showing and ordering: the customer must see the new total first. */
    record PriceChanged(Money shown, Money now) implements Refused {
        @Override
        public String slug() {
            return "price-changed";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("shownCents", shown.cents(), "nowCents", now.cents());
        }
    }

    /**
     * The request itself makes no sense.
     *
     * @param field name of the field as the JSON API calls it
     * @param reason in German, a whole sentence
     */
    record Invalid(String field, String reason) implements Refused {
        @Override
        public String slug() {
            return "order-invalid";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("field", field, "reason", reason);
        }
    }

    /** The idempotency key was used before for something else. */
    record KeyReused() implements Refused {
        @Override
        public String slug() {
            return "key-reused";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }
    }

    private static String names(List<String> products) {
        return String.join(", ", products);
    }
}
