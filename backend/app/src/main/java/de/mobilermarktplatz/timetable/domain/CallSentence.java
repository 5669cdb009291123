package de.mobilermarktplatz.timetable.domain;

import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.NextCall;
import java.time.LocalDate;

/** The next call in one plain sentence. */
public final class CallSentence {

    private CallSentence() {}

    /**
     * @param askedPlace the middle of which place the way starts from
     */
    public static String of(NextCall next, String askedPlace, LocalDate today) {
        Call call = next.call();
        String sentence =
                "Der Marktwagen kommt %s, %s–%s Uhr, an die Haltestelle „%s“"
                        .formatted(
                                when(call.day(), today),
                                GermanDays.time(call.from()),
                                GermanDays.time(call.to()),
                                call.stop().spokenName());
        if (next.walkMetres().isEmpty()) {
            return sentence + ".";
        }
        return "%s, etwa %s von der Ortsmitte in %s entfernt."
                .formatted(sentence, GermanDays.distance(next.walkMetres().getAsInt()), askedPlace);
    }

    private static String when(LocalDate day, LocalDate today) {
        String said = GermanDays.day(day, today);
        if (day.equals(today)) {
            return "heute, am " + said;
        }
        return day.equals(today.plusDays(1)) ? "morgen, am " + said : "am " + said;
    }
}
