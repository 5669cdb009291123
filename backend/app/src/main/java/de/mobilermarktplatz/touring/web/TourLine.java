package de.mobilermarktplatz.touring.web;

import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.touring.Custody;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourLoad;
import de.mobilermarktplatz.touring.TourVisit;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tour as the desk reads it. */
record TourLine(
        int number,
        String van,
        String state,
        String badge,
        String summary,
        String custody,
        List<String> loads,
        List<VisitLine> visits) {

    private static final long LITRE = 1000;
    private static final int PER_CENT = 100;

    /** One stop of the van in words. */
    record VisitLine(int number, String time, String what, String name, String distance) {}

    /**
     * @param custody null while nothing was loaded
     */
    static TourLine of(int number, Tour tour, List<TourLoad> loads, @Nullable Custody custody) {
        LocalTime from = tour.visits().getFirst().leave();
        LocalTime to = tour.visits().getLast().arrive();
        return new TourLine(
                number,
                tour.vanName(),
                state(tour),
                badge(tour),
                "%d Halte, %s, %s–%s Uhr"
                        .formatted(
                                tour.calls(),
                                GermanDays.distance(Math.toIntExact(tour.metres())),
                                GermanDays.time(from),
                                GermanDays.time(to)),
                custody(custody),
                loads.stream().map(TourLine::load).toList(),
                visits(tour));
    }

    private static String custody(@Nullable Custody custody) {
        if (custody == null || !custody.isOpen()) {
            return "";
        }
        return custody.until() == null
                ? "Der Wagen hat die Ware; Änderungen sind Bitten an den Wagen."
                : "Der Wagen ist abgeladen; noch zwölf Stunden lang kann sein Tablet etwas nachmelden.";
    }

    private static List<VisitLine> visits(Tour tour) {
        List<VisitLine> lines = new ArrayList<>();
        for (TourVisit visit : tour.visits()) {
            lines.add(
                    new VisitLine(
                            visit.number(),
                            time(visit),
                            what(visit, lines.isEmpty()),
                            visit.kind() == TourVisit.Kind.BREAK ? "" : visit.name(),
                            visit.metres() == 0 ? "" : GermanDays.distance(visit.metres())));
        }
        return lines;
    }

    private static String time(TourVisit visit) {
        String from = GermanDays.time(visit.arrive());
        return visit.arrive().equals(visit.leave())
                ? from
                : from + "–" + GermanDays.time(visit.leave());
    }

    private static String what(TourVisit visit, boolean first) {
        return switch (visit.kind()) {
            case DEPOT -> first ? "Abfahrt" : "Ankunft";
            case PICK_UP -> "Abholen";
            case CALL -> "Halt";
            case BREAK -> "Pause";
        };
    }

    private static String state(Tour tour) {
        return switch (tour.state()) {
            case DRAFT -> "Entwurf";
            case RELEASED -> tour.device() == null ? "freigegeben" : "auf dem Tablet";
            case CLOSED -> "abgeschlossen";
        };
    }

    private static String badge(Tour tour) {
        return switch (tour.state()) {
            case DRAFT -> "badge badge-warn";
            case RELEASED, CLOSED -> "badge badge-ok";
        };
    }

    private static String load(TourLoad load) {
        long used = Math.ceilDiv(load.millilitres(), LITRE);
        long room = load.capacityMillilitres() / LITRE;
        String share = room == 0 ? "" : " (" + used * PER_CENT / room + " %)";
        return "%s: %d von %d Litern%s".formatted(load.coldClass().label(), used, room, share);
    }
}
