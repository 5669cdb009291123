package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.tablet.machine.Wish;
import de.mobilermarktplatz.tablet.store.DeviceKeyFile;
import de.mobilermarktplatz.tablet.store.OldJournal;
import de.mobilermarktplatz.tablet.store.TabletStore;
import de.mobilermarktplatz.tablet.sync.Enrolment;
import de.mobilermarktplatz.tablet.sync.Sync;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Delivers what stands in journals that were laid aside, each to its own end at the server. */
final class OldJournals implements AutoCloseable {
    private record Running(OnBoard board, Sync line) {}

    private final TabletStore store;
    private final Path data;
    private final MachineRoom room;
    private final InstantSource wall;
    private final List<Running> running = new ArrayList<>();

    OldJournals(TabletStore store, Path data, MachineRoom room, InstantSource wall) {
        this.store = store;
        this.data = data;
        this.room = room;
        this.wall = wall;
    }

    /** Those that were there at the start, and again after one more was laid aside. */
    synchronized void start() {
        close();
        for (var found : store.oldJournals()) {
            running.add(started(found));
        }
    }

    private Running started(OldJournal.Found found) {
        var till =
                new Enrolment(
                        found.enrolled().server(),
                        found.journal(),
                        DeviceKeyFile.keyOf(data, found.journal()),
                        EnrolmentReply.decode(found.enrolled().reply().toArray()));
        var papers = till.papers().atItsEnd();
        var board = new AtomicReference<OnBoard>();
        var line =
                new Sync(
                        till,
                        () -> wall.instant().plus(board.get().memory().line().uplink().clockLag()),
                        () -> board.get().ask(new Wish.Sync(false)).ok(),
                        _ -> {});
        board.set(room.machine(till, papers, store.oldJournal(found.journal()), line));
        var _ = board.get().start();
        return new Running(board.get(), line);
    }

    /** Entries that neither the server's books nor its quarantine have. */
    synchronized long waiting() {
        return running.stream()
                .map(one -> one.board().memory())
                .mapToLong(
                        memory ->
                                memory.open().head().seq()
                                        - Math.max(
                                                memory.line().uplink().acked(),
                                                memory.line().uplink().kept()))
                .sum();
    }

    @Override
    public synchronized void close() {
        for (var one : running) {
            one.board().close();
            one.line().close();
        }
        running.clear();
    }
}
