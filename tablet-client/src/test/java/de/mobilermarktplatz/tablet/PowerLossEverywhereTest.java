package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.machine.FailPointNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power is lost in front of and behind every single thing that a tablet does between a scan and the
 * server's word about the sale. None is left out: a point that was never reached fails the proof.
 */
@Tag("proof")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class PowerLossEverywhereTest {
    /** At the first, the second, … time that a point is reached. */
    private static final int TIMES = Integer.getInteger("failpoints.times", 1);

    private static final List<String> DAY =
            List.of(
                    "scan 11 1",
                    "pay cash 500",
                    "sync",
                    "sell 12 1 cash 500",
                    "sync",
                    "scan 11 2",
                    "pay cash 500",
                    "sync",
                    "bottle 1 2",
                    "sync",
                    "sell 11 1 cash 500");

    @TempDir Path folder;

    @Test
    void wherePowerIsLostNothingShownIsLostOrDoubledAndTheNextSaleGoesOn() throws Exception {
        Map<String, Boolean> died = new TreeMap<>();
        for (int time = 1; time <= TIMES; time++) {
            for (var point : FailPointNames.all()) {
                var at = point + ":" + time;
                boolean hit = survives(at, folder.resolve(at.replace(':', '-')));
                died.merge(point, hit, Boolean::logicalOr);
            }
        }
        System.out.printf("every fail point: %d points, each %d times%n", died.size(), TIMES);
        assertThat(died).as("points that ended the process").doesNotContainValue(false);
    }

    /** Returns whether the point was reached. */
    private static boolean survives(String at, Path data) throws Exception {
        Files.createDirectories(data.resolve("card"));
        try (var backend = new FakeBackend(SampleTour.snapshot())) {
            try (var rig = Rig.onTour(data, backend)) {
                rig.drain();
            }
            int shown = 0;
            if (at.startsWith("start.")) {
                // A second start, with a card that is up to date.
                try (var tablet = start(data, backend)) {
                    tablet.hear();
                    tablet.tell("sync");
                }
            }
            if (at.startsWith("close.")) {
                // What was printed last is noted at the end only when nothing else comes after it.
                backend.down();
            }
            boolean alive;
            int exit;
            try (var tablet = start(data, backend, "--halt-at", at)) {
                alive = tablet.hear() != null;
                for (int i = 0; i < DAY.size() && alive; i++) {
                    var answer = tablet.tell(DAY.get(i));
                    alive = answer != null;
                    shown += alive && answer.has("receiptNo") ? 1 : 0;
                }
                tablet.close();
                exit = tablet.exitCode();
            }
            if (at.startsWith("close.")) {
                backend.up();
            }
            comesBack(at, data, backend, shown);
            return exit == FailPoints.KILLED;
        }
    }

    private static void comesBack(String at, Path data, FakeBackend backend, int shown)
            throws Exception {
        try (var tablet = start(data, backend)) {
            assertThat(tablet.hear()).as(at).isNotNull();
            assertThat(tablet.tell("verify").get("intact").asBoolean()).as(at).isTrue();
            assertThat(tablet.tell("sell 11 1 cash 500").get("ok").asBoolean()).as(at).isTrue();
            assertThat(tablet.tell("sync").get("ok").asBoolean()).as(at).isTrue();
        }
        var journal = backend.journal();
        assertThat(journal).as(at).extracting(JournalEntry::opId).doesNotHaveDuplicates();
        var numbers =
                journal.stream()
                        .map(JournalEntry::body)
                        .filter(ReceiptBody.class::isInstance)
                        .map(body -> ((ReceiptBody) body).receiptNo())
                        .toList();
        // One sale may be on the disk although nobody was told: it is printed at the next start.
        assertThat(numbers.size()).as(at).isBetween(shown + 1, shown + 2);
        assertThat(numbers).as(at).doesNotHaveDuplicates();
        assertThat(numbers.getLast()).as("no gap, %s", at).isEqualTo(numbers.size());
        try (var printed = Files.list(data.resolve("receipts"))) {
            assertThat(printed.count()).as(at).isEqualTo(numbers.size());
        }
    }

    private static TabletProcess start(Path data, FakeBackend backend, String... more)
            throws Exception {
        var options =
                new java.util.ArrayList<>(List.of("--mirror", data.resolve("card").toString()));
        options.addAll(List.of(more));
        return TabletProcess.start(data, backend.address(), options.toArray(String[]::new));
    }
}
