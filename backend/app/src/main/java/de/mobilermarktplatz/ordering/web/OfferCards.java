package de.mobilermarktplatz.ordering.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Offers as HTML. Running the template for 150 of them on every view was the dearest part of a
 * customer's whole order, so each different card is printed once and kept, with blanks for what
 * changes from page to page. A card is kept under everything that can be read on it: a changed
 * price or allergen is another card, so nothing here can be out of date.
 */
@Component
public class OfferCards {

    /** Some 6 KB each. */
    private static final int KEPT = 2000;

    private final ITemplateEngine templates;

    /** Nobody can guess them, so no producer's text can hold one. */
    private final Map<String, Blank> blanks = new LinkedHashMap<>();

    private final Pattern anyBlank;
    private final Map<OfferCard, Printed> printed =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(KEPT, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<OfferCard, Printed> eldest) {
                            return size() > KEPT;
                        }
                    });

    private enum Blank {
        ACTION("action"),
        TOKEN("token"),
        MOST("most");

        /** What the template calls it. */
        private final String variable;

        Blank(String variable) {
            this.variable = variable;
        }
    }

    /** One text more than blanks: a blank stands between two texts. */
    private record Printed(List<String> texts, List<Blank> blanks) {}

    OfferCards(ITemplateEngine templates) {
        this.templates = templates;
        for (Blank blank : Blank.values()) {
            var _ = blanks.put(UUID.randomUUID().toString(), blank);
        }
        this.anyBlank = Pattern.compile(String.join("|", blanks.keySet()));
    }

    /**
     * @param action where the forms lead
     * @param token of the forms; null where forms need none
     */
    public String html(List<OfferCard> cards, String action, @Nullable String token) {
        String safeAction = HtmlUtils.htmlEscape(action);
        String safeToken = token == null ? "" : HtmlUtils.htmlEscape(token);
        StringBuilder page = new StringBuilder(cards.size() * 3000);
        for (OfferCard card : cards) {
            // Stock goes down with every order of anybody; the rest of a card hardly ever changes.
            Printed print = printed(card.withMost(0));
            page.append(print.texts().getFirst());
            for (int i = 0; i < print.blanks().size(); i++) {
                switch (print.blanks().get(i)) {
                    case ACTION -> page.append(safeAction);
                    case TOKEN -> page.append(safeToken);
                    case MOST -> page.append(card.most());
                }
                page.append(print.texts().get(i + 1));
            }
        }
        return page.toString();
    }

    private Printed printed(OfferCard card) {
        Printed known = printed.get(card);
        if (known != null) {
            return known;
        }
        // Not inside the map's lock: two who print the same card at once do no harm.
        Printed fresh = print(card);
        var _ = printed.put(card, fresh);
        return fresh;
    }

    private Printed print(OfferCard card) {
        Context context = new Context();
        context.setVariable("offer", card);
        blanks.forEach((text, blank) -> context.setVariable(blank.variable, text));
        String html = templates.process("ordering/offer-card", context);
        List<String> texts = new ArrayList<>();
        List<Blank> between = new ArrayList<>();
        Matcher found = anyBlank.matcher(html);
        int from = 0;
        while (found.find()) {
            var _ = texts.add(html.substring(from, found.start()));
            var _ = between.add(blanks.get(found.group()));
            from = found.end();
        }
        var _ = texts.add(html.substring(from));
        return new Printed(List.copyOf(texts), List.copyOf(between));
    }
}
