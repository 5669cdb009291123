package de.mobilermarktplatz.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a dispatcher is told to do, by the state of the day alone. */
class TodosTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Instant CUT_OFF = Instant.parse("2026-11-30T17:00:00Z");
    private static final Evening QUIET = Evening.UNKNOWN;

    private static DayFigures figures(long drafts, long released, long closed) {
        return new DayFigures(DAY, "OPEN", 6, 40, 12_000, 3, 0, drafts, released, closed);
    }

    private static DayTasks tasks(
            @Nullable Instant lastCutOff, List<String> silent, long overdue, List<String> drafts) {
        return new DayTasks(
                null, null, lastCutOff, silent, overdue, 0, drafts, List.of(), List.of(), 0);
    }

    private static List<Todo> todos(DayFigures figures, DayTasks tasks, LocalDate today) {
        return Todos.of(figures, tasks, QUIET, CUT_OFF, today);
    }

    @Test
    void aQuietDayWantsNothing() {
        assertThat(
                        todos(
                                figures(0, 0, 0),
                                tasks(CUT_OFF.plusSeconds(1), List.of(), 0, List.of()),
                                DAY.minusDays(3)))
                .isEmpty();
    }

    @Test
    void atTheCutOffTheToursAreToBePlanned() {
        assertThat(
                        todos(
                                figures(0, 0, 0),
                                tasks(CUT_OFF, List.of(), 0, List.of()),
                                DAY.minusDays(1)))
                .singleElement()
                .isEqualTo(
                        new Todo(
                                true,
                                "Die Touren sind noch nicht geplant.",
                                "/leitstelle/touren/2026-12-01",
                                "Touren planen"));
    }

    @Test
    void silenceIsNamedAndBecomesUrgentWithItsDeadline() {
        List<String> silent = List.of("Musterhof", "Probekorn", "Milchmuster");
        DayTasks waiting = tasks(null, silent, 0, List.of());
        assertThat(todos(figures(1, 0, 0), waiting, DAY.minusDays(3)))
                .singleElement()
                .satisfies(todo -> assertThat(todo.urgent()).isFalse())
                .extracting(Todo::text)
                .isEqualTo(
                        "3 Erzeuger haben noch nicht geantwortet: Musterhof, Probekorn und Milchmuster.");
        DayTasks late = tasks(null, silent.subList(0, 1), 1, List.of());
        assertThat(todos(figures(1, 0, 0), late, DAY.minusDays(3)))
                .containsExactly(
                        new Todo(
                                true,
                                "Musterhof hat noch nicht geantwortet. Die Frist ist vorbei.",
                                "/leitstelle/anforderungen",
                                "Anforderungen"));
    }

    @Test
    void aDraftIsUrgentFromTheEveningBeforeOn() {
        DayTasks draft = tasks(CUT_OFF, List.of(), 0, List.of("Wagen 1", "Wagen 2"));
        assertThat(todos(figures(2, 0, 0), draft, DAY.minusDays(2)).getFirst().urgent()).isFalse();
        assertThat(todos(figures(2, 0, 0), draft, DAY.minusDays(1)).getFirst())
                .returns(true, Todo::urgent)
                .returns(
                        "Die Touren von Wagen 1 und Wagen 2 sind noch nicht freigegeben.",
                        Todo::text);
    }

    @Test
    void theEveningNamesTillsToTheCentAndArticlesThatDoNotFit() {
        Evening evening =
                new Evening(List.of(new CashUp(2, 7, "Wagen 1", 30, 9_000, 5_000, 4_880, -120)), 1);
        assertThat(
                        Todos.of(
                                figures(0, 0, 1),
                                tasks(CUT_OFF, List.of("Musterhof"), 1, List.of()),
                                evening,
                                CUT_OFF,
                                DAY))
                .extracting(Todo::text)
                .containsExactly(
                        "Kasse 2: Kassendifferenz −1,20\u00a0€.",
                        "Bei einem Artikel stimmt die Menge nicht.");
    }
}
