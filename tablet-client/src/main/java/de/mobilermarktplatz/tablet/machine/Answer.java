package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.money.Money;
import java.util.List;
import java.util.Map;

/**
 * What the driver sees after a command.
 *
 * @param ok whether it happened
 * @param sentence German; why not, or what to know; empty when there is nothing to say
 * @param values figures and words by name
 * @param hints German sentences worth reading
 * @param receipts texts that were printed, or with a hint are still to be
 */
public record Answer(
        boolean ok,
        String sentence,
        Map<String, Object> values,
        List<String> hints,
        List<String> receipts) {
    /** What goes back to the customer; zero when nothing does. */
    public Money change() {
        return values.get("changeCents") instanceof Long cents ? Money.cents(cents) : Money.ZERO;
    }

    public static Answer no(String sentence) {
        return new Answer(false, sentence, Map.of(), List.of(), List.of());
    }

    public static Answer yes(Map<String, Object> values) {
        return new Answer(true, "", values, List.of(), List.of());
    }
}
