package de.mobilermarktplatz.timetable.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.NextCall;
import de.mobilermarktplatz.timetable.Stop;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallSentenceTest {

    private static final Stop STOP =
            new Stop(
                    new StopId(UUID.randomUUID()),
                    "954031",
                    "Friedensplatz",
                    "rathmannsdorf",
                    "Rathmannsdorf",
                    new GeoPoint(51_822_228, 11_626_926));

    private static final Call CALL =
            new Call(
                    new CallId(UUID.randomUUID()),
                    STOP,
                    LocalDate.of(2026, 12, 1),
                    LocalTime.of(10, 20),
                    LocalTime.of(10, 50));

    @Test
    void theAnswerIsOnePlainSentence() {
        assertThat(
                        CallSentence.of(
                                new NextCall(CALL, OptionalInt.of(350)),
                                "Rathmannsdorf",
                                LocalDate.of(2026, 11, 23)))
                .isEqualTo(
                        "Der Marktwagen kommt am Dienstag, 1. Dezember, 10:20–10:50 Uhr, an die Haltestelle"
                                + " „Rathmannsdorf, Friedensplatz“, etwa 350 m von der Ortsmitte in Rathmannsdorf entfernt.");
    }

    @Test
    void todayAndTomorrowAreSaidFirst() {
        NextCall next = new NextCall(CALL, OptionalInt.empty());
        assertThat(CallSentence.of(next, "", LocalDate.of(2026, 12, 1)))
                .startsWith("Der Marktwagen kommt heute, am Dienstag, 1. Dezember, 10:20");
        assertThat(CallSentence.of(next, "", LocalDate.of(2026, 11, 30)))
                .startsWith("Der Marktwagen kommt morgen, am Dienstag, 1. Dezember, 10:20");
    }

    @Test
    void aCallOfNextYearNamesTheYear() {
        Call later =
                new Call(
                        CALL.id(),
                        STOP,
                        LocalDate.of(2027, 1, 5),
                        LocalTime.of(9, 5),
                        LocalTime.of(9, 30));
        assertThat(
                        CallSentence.of(
                                new NextCall(later, OptionalInt.empty()),
                                "",
                                LocalDate.of(2026, 12, 28)))
                .contains("am Dienstag, 5. Januar 2027, 9:05–9:30 Uhr");
    }
}
