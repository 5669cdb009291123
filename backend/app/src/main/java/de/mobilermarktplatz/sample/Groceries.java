package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.ordering.Wish;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What an invented household buys: always the same for the same person and day. */
final class Groceries {

    private static final int FEWEST = 3;
    private static final int MORE = 6;

    /** Cheap things such as bread rolls are bought by the handful. */
    private static final long CHEAP_CENTS = 150;

    private static final int HANDFUL = 6;
    private static final int FEW = 3;
    private static final long STEP_GRAMS = 250;

    private Groceries() {}

    /**
     * @param day everything that is offered, in a fixed order
     * @return at least one wish unless nothing can be ordered any more
     */
    static List<Wish> of(int person, List<OfferView> day, Instant now) {
        List<OfferView> open =
                day.stream()
                        .filter(offer -> now.isBefore(offer.cutOff()) && offer.free() > 0)
                        .filter(offer -> offer.product().article().ageLimit() == 0)
                        .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        long seed = 31L * person + open.getFirst().marketDay().toEpochDay() * 1009;
        Random choice = new Random(seed);
        int lines = FEWEST + choice.nextInt(MORE);
        Map<OfferView, Long> wanted = new LinkedHashMap<>();
        for (int line = 0; line < lines; line++) {
            OfferView offer = open.get(choice.nextInt(open.size()));
            var _ = wanted.putIfAbsent(offer, amount(offer, choice));
        }
        return wanted.entrySet().stream()
                .map(wish -> new Wish(wish.getKey().id(), wish.getValue()))
                .toList();
    }

    private static long amount(OfferView offer, Random choice) {
        if (offer.product().article().unit() == Unit.GRAM) {
            return STEP_GRAMS * (1 + choice.nextInt(HANDFUL));
        }
        return 1L + choice.nextInt(offer.price().cents() < CHEAP_CENTS ? HANDFUL : FEW);
    }
}
