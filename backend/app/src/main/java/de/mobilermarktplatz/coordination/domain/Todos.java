package de.mobilermarktplatz.coordination.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.text.German;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What wants a hand on a market day, most urgent first, each with the place where it is done. */
public final class Todos {

    private static final String REQUESTS = "/leitstelle/anforderungen";
    private static final String TOURS = "/leitstelle/touren/";
    private static final String BOOKS = "/leitstelle/abrechnung/";
    private static final String PROBLEMS = "/leitstelle/probleme";

    private final DayFigures figures;
    private final DayTasks tasks;
    private final LocalDate today;
    private final List<Todo> found = new ArrayList<>();

    private Todos(DayFigures figures, DayTasks tasks, LocalDate today) {
        this.figures = figures;
        this.tasks = tasks;
        this.today = today;
    }

    public static List<Todo> of(
            DayFigures figures, DayTasks tasks, Evening evening, Instant now, LocalDate today) {
        Todos all = new Todos(figures, tasks, today);
        all.requests();
        all.planning(now);
        all.driving();
        all.evening(evening);
        return all.found.stream()
                .sorted((a, b) -> Boolean.compare(b.urgent(), a.urgent()))
                .toList();
    }

    private void requests() {
        int silent = tasks.silent().size();
        if (silent == 0 || figures.closed() > 0) {
            return;
        }
        String who =
                silent == 1
                        ? tasks.silent().getFirst() + " hat noch nicht geantwortet"
                        : silent
                                + " Erzeuger haben noch nicht geantwortet: "
                                + listed(tasks.silent());
        boolean late = tasks.overdue() > 0;
        add(late, who + (late ? ". Die Frist ist vorbei." : "."), REQUESTS, "Anforderungen");
    }

    private void planning(Instant now) {
        boolean soon = !figures.day().isAfter(today.plusDays(1));
        Instant lastCutOff = tasks.lastCutOff();
        boolean ordersAreFinal = lastCutOff != null && !now.isBefore(lastCutOff);
        boolean nothingPlanned = figures.drafts() + figures.released() + figures.closed() == 0;
        if (nothingPlanned && ordersAreFinal) {
            add(true, "Die Touren sind noch nicht geplant.", tours(), "Touren planen");
        }
        if (!tasks.drafts().isEmpty()) {
            add(
                    soon,
                    vans(tasks.drafts()) + " noch nicht freigegeben.",
                    tours(),
                    "Touren freigeben");
        }
        if (tasks.unserved() > 0) {
            String text =
                    tasks.unserved() == 1
                            ? "Ein Halt wird im Plan nicht angefahren."
                            : tasks.unserved() + " Halte werden im Plan nicht angefahren.";
            add(soon, text, tours(), "Touren ansehen");
        }
    }

    private void driving() {
        if (figures.day().isBefore(today)) {
            if (!tasks.out().isEmpty()) {
                add(
                        true,
                        vans(tasks.out()) + " noch nicht abgeschlossen. Hat das Tablet Netz?",
                        tours(),
                        "Touren ansehen");
            }
        } else if (figures.day().equals(today) && !tasks.withoutTablet().isEmpty()) {
            add(
                    false,
                    vans(tasks.withoutTablet()) + " noch auf keinem Tablet.",
                    tours(),
                    "Touren ansehen");
        }
    }

    private void evening(Evening evening) {
        for (CashUp till : evening.cash()) {
            if (till.differenceCents() != 0) {
                add(
                        true,
                        "Kasse %d: Kassendifferenz %s."
                                .formatted(
                                        till.till(),
                                        German.euros(Money.cents(till.differenceCents()))),
                        BOOKS + figures.day(),
                        "Abrechnung");
            }
        }
        if (evening.goodsDifferences() > 0) {
            add(
                    true,
                    evening.goodsDifferences() == 1
                            ? "Bei einem Artikel stimmt die Menge nicht."
                            : "Bei %d Artikeln stimmt die Menge nicht."
                                    .formatted(evening.goodsDifferences()),
                    BOOKS + figures.day(),
                    "Abrechnung");
        }
        if (tasks.failedCaptures() > 0) {
            add(
                    true,
                    tasks.failedCaptures() == 1
                            ? "Eine Karte konnte nicht belastet werden."
                            : tasks.failedCaptures() + " Karten konnten nicht belastet werden.",
                    PROBLEMS,
                    "Probleme");
        }
    }

    private void add(boolean urgent, String text, String place, String action) {
        var _ = found.add(new Todo(urgent, text, place, action));
    }

    private String tours() {
        return TOURS + figures.day();
    }

    private static String vans(List<String> names) {
        return names.size() == 1
                ? "Die Tour von " + names.getFirst() + " ist"
                : "Die Touren von " + listed(names) + " sind";
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " und " + names.get(last);
    }
}
