package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Power is lost, or the disk says no, at the first, the second, … and the last system call by which
 * three sales reach the disk. After each time the tablet starts again: what was shown is there,
 * once, the chain is whole, and the next sale goes on.
 */
@Tag("proof")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EverySyscallTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final List<String> SALES =
            List.of("sell 11 2 cash 500", "sell 12 1 cash 500", "sell 11 1 12 1 cash 1000");

    /** More calls than three sales can need; that the loop ends below it is part of the proof. */
    private static final int MOST = 120;

    /**
     * Every sync is hit, but only every so-many-th write; {@code -Dsyscalls.step=1} hits them all.
     */
    private static final int STEP = Integer.getInteger("syscalls.step", 13);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fdatasync,fsync:signal=SIGKILL:when=%d",
                "fdatasync,fsync:error=EIO:when=%d+",
                "pwrite64,write:signal=SIGKILL:when=%d",
                "pwrite64,write:error=ENOSPC:when=%d+",
            })
    void whateverCallFailsNothingShownIsLostOrDoubled(String fault) throws Exception {
        assumeTrue(
                Files.isExecutable(STRACE),
                "Skipped: needs strace to make the disk fail. Install the package strace.");
        int call = 1;
        int step = fault.startsWith("fdatasync") ? 1 : STEP;
        int shown = 0;
        while (shown < SALES.size() && call < MOST) {
            shown = survives(fault.formatted(call), folder.resolve(fault.hashCode() + "-" + call));
            call += step;
        }
        System.out.printf("every syscall: %s up to %d in steps of %d%n", fault, call - step, step);
        assertThat(shown).as("sales when the fault came too late to hit").isEqualTo(SALES.size());
        assertThat(call).as("calls that were hit").isGreaterThan(3 * step);
    }

    /** Returns how many sales were shown before the fault hit. */
    private int survives(String fault, Path data) throws Exception {
        Files.createDirectories(data);
        try (var backend = new FakeBackend(SampleTour.snapshot())) {
            try (var rig = Rig.onTour(data, backend)) {
                rig.drain();
            }
            backend.down();
            int shown = 0;
            try (var tablet = TabletProcess.start(strace(fault, data), data, backend.address())) {
                var found = tablet.hear();
                for (var sale : SALES) {
                    var answer = found == null ? null : tablet.tell(sale);
                    shown += answer != null && answer.path("ok").asBoolean() ? 1 : 0;
                }
            }
            comesBack(fault, data, backend, shown);
            return shown;
        }
    }

    private static void comesBack(String fault, Path data, FakeBackend backend, int shown)
            throws Exception {
        backend.up();
        try (var tablet = TabletProcess.start(data, backend.address())) {
            assertThat(tablet.hear()).as(fault).isNotNull();
            assertThat(tablet.tell("verify").get("intact").asBoolean()).as(fault).isTrue();
            assertThat(tablet.tell("sell 11 1 cash 500").get("ok").asBoolean()).as(fault).isTrue();
            assertThat(tablet.tell("sync").get("ok").asBoolean()).as(fault).isTrue();
        }
        var numbers =
                backend.journal().stream()
                        .map(JournalEntry::body)
                        .filter(ReceiptBody.class::isInstance)
                        .map(body -> ((ReceiptBody) body).receiptNo())
                        .toList();
        assertThat(numbers).as(fault).doesNotHaveDuplicates();
        // One sale may be on the disk although nobody was told: it is printed at the next start.
        assertThat(numbers.size()).as(fault).isBetween(shown + 1, shown + 2);
        assertThat(numbers.getLast()).as("no gap, %s", fault).isEqualTo(numbers.size());
        try (var printed = Files.list(data.resolve("receipts"))) {
            assertThat(printed.count()).as(fault).isEqualTo(numbers.size());
        }
    }

    private static List<String> strace(String fault, Path data) {
        return List.of(
                STRACE.toString(),
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-P",
                data.resolve("tablet.db-wal").toString(),
                "-P",
                data.resolve("tablet.db").toString(),
                "-e",
                "trace=" + fault.substring(0, fault.indexOf(':')),
                "-e",
                "inject=" + fault);
    }
}
