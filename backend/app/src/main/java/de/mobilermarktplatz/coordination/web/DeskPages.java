package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.DayFigures;
import de.mobilermarktplatz.coordination.store.DayFiguresView;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** The desk's first page: what comes next and what it needs. */
@Controller
class DeskPages {

    private static final int DAYS_BACK = 7;
    private static final int DAYS_AHEAD = 21;

    private final DayFiguresView figures;
    private final Timetable timetable;

    DeskPages(DayFiguresView figures, Timetable timetable) {
        this.figures = figures;
        this.timetable = timetable;
    }

    /**
     * One market day in words.
     *
     * @param day as addresses have it: 2026-12-01
     */
    record DayLine(
            String day,
            String name,
            String state,
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
                    figures.calls(),
                    figures.orders(),
                    Words.euros(figures.goodsCents()),
                    requests(figures),
                    tours(figures));
        }

        private static String state(DayFigures figures) {
            return switch (figures.state()) {
                case "OPEN" -> "offen";
                case "RELEASED" -> "freigegeben";
                default -> "abgeschlossen";
            };
        }

        private static String requests(DayFigures figures) {
            if (figures.requests() == 0) {
                return "noch keine";
            }
            return figures.unanswered() == 0
                    ? figures.requests() + ", alle beantwortet"
                    : figures.requests() + ", " + figures.unanswered() + " ohne Antwort";
        }

        private static String tours(DayFigures figures) {
            if (figures.drafts() > 0) {
                return figures.drafts() + " geplant";
            }
            long fixed = figures.released() + figures.closed();
            return fixed == 0 ? "noch keine" : fixed + ", davon " + figures.closed() + " zurück";
        }
    }

    @GetMapping("/r/{regionSlug}/leitstelle")
    @Requires(Permission.DESK_READ)
    Mono<String> overview(Region region, Visitor visitor, Model model) {
        LocalDate today = timetable.today(region);
        model.addAttribute("books", visitor.may(Permission.BOOKS_READ));
        model.addAttribute("verify", visitor.may(Permission.BOOKS_VERIFY));
        model.addAttribute("devices", visitor.may(Permission.DEVICE_MANAGE));
        model.addAttribute("mailbox", visitor.may(Permission.MAILBOX_READ));
        return figures.between(region, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD))
                .map(day -> DayLine.of(day, today))
                .collectList()
                .doOnNext(days -> model.addAttribute("days", days))
                .thenReturn("coordination/desk");
    }
}
