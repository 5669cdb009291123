package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.DayFigures;
import de.mobilermarktplatz.timetable.GermanDays;
import java.time.LocalDate;

/**
 * One market day in words.
 *
 * @param day as addresses have it: 2026-12-01
 */
record DayLine(
        String day,
        String name,
        String state,
        String badge,
        long calls,
        long orders,
        String goods,
        String requests,
        String tours) {

    static DayLine of(DayFigures figures, LocalDate today) {
        return new DayLine(
                figures.day().toString(),
                GermanDays.day(figures.day(), today),
                state(figures),
                figures.state().equals("OPEN") ? "badge" : "badge badge-ok",
                figures.calls(),
                figures.orders(),
                Words.euros(figures.goodsCents()),
                requests(figures),
                tours(figures));
    }

    private static String state(DayFigures figures) {
        return switch (figures.state()) {
            case "OPEN" -> "offen";
            case "RELEASED" ->
                    figures.released() == 0 && figures.closed() > 0
                            ? "abgeschlossen"
                            : "freigegeben";
            default -> "abgeschlossen";
        };
    }

    private static String requests(DayFigures figures) {
        if (figures.requests() == 0) {
            return "noch keine";
        }
        return figures.unanswered() == 0
                ? figures.requests() + ", alle beantwortet"
                : figures.requests() + ", davon " + figures.unanswered() + " ohne Antwort";
    }

    private static String tours(DayFigures figures) {
        if (figures.drafts() > 0) {
            return figures.drafts() + " geplant";
        }
        long fixed = figures.released() + figures.closed();
        return fixed == 0 ? "noch keine" : fixed + ", davon " + figures.closed() + " zurück";
    }
}
