package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.ClockTarget;
import de.mobilermarktplatz.coordination.domain.SinceThen;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.GermanDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the demonstration's clock says, offers and did. */
final class ClockWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu, H:mm 'Uhr'", Locale.GERMANY);

    private static final int NAMED = 4;

    private ClockWords() {}

    /**
     * A place to jump to.
     *
     * @param key as the form sends it
     */
    record Button(String key, String text, String explanation) {}

    static String moment(Instant instant, Region region) {
        return MOMENT.format(instant.atZone(region.zone()));
    }

    static List<Button> buttons(Map<String, ClockTarget> targets, Region region, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, region.zone());
        List<Button> buttons = new ArrayList<>();
        ClockTarget next = targets.get(DemoClock.CUT_OFF);
        if (next != null) {
            buttons.add(
                    new Button(
                            DemoClock.CUT_OFF,
                            "Bis nach dem nächsten Bestellschluss",
                            moment(next.at(), region)
                                    + ": Bestellschluss von "
                                    + named(next.producers())
                                    + " für "
                                    + GermanDays.day(next.day(), today)));
        }
        ClockTarget all = targets.get(DemoClock.ALL_CUT_OFFS);
        if (all != null) {
            buttons.add(
                    new Button(
                            DemoClock.ALL_CUT_OFFS,
                            "Bis alle Bestellschlüsse für "
                                    + GermanDays.day(all.day(), today)
                                    + " vorbei sind",
                            moment(all.at(), region)));
        }
        ClockTarget morning = targets.get(DemoClock.MORNING);
        if (morning != null) {
            buttons.add(
                    new Button(
                            DemoClock.MORNING,
                            "Bis zum Morgen des nächsten Markttags",
                            moment(morning.at(), region)));
        }
        return List.copyOf(buttons);
    }

    static List<String> happened(SinceThen since) {
        List<String> words = new ArrayList<>();
        say(
                words,
                since.requests(),
                "Anforderung an Erzeuger",
                "Anforderungen an Erzeuger",
                "gesendet");
        say(words, since.messages(), "Nachricht", "Nachrichten", "geschrieben");
        say(words, since.captured(), "Karte", "Karten", "belastet");
        say(
                words,
                since.expired(),
                "unbezahlte Bestellung",
                "unbezahlte Bestellungen",
                "verfallen");
        return List.copyOf(words);
    }

    private static void say(List<String> words, long many, String one, String more, String done) {
        if (many > 0) {
            words.add(many + " " + (many == 1 ? one : more) + " " + done);
        }
    }

    private static String named(List<String> producers) {
        return producers.size() > NAMED
                ? String.join(", ", producers.subList(0, NAMED)) + " und weiteren"
                : String.join(", ", producers);
    }
}
