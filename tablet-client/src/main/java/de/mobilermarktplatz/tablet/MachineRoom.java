package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorSealer;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.tablet.device.CashDrawer;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.device.FolderPrinter;
import de.mobilermarktplatz.tablet.machine.Backoff;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Papers;
import de.mobilermarktplatz.tablet.machine.Ports;
import de.mobilermarktplatz.tablet.machine.TabletClock;
import de.mobilermarktplatz.tablet.machine.TabletCore;
import de.mobilermarktplatz.tablet.store.FileCopy;
import de.mobilermarktplatz.tablet.sync.Enrolment;
import de.mobilermarktplatz.tablet.sync.Sync;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts machines together: one for the journal that is written, one for each that was laid aside.
 */
final class MachineRoom {
    private final Options options;
    private final InstantSource wall;
    private final TabletClock clock;
    private final FailPoints failPoints;

    MachineRoom(Options options, InstantSource wall, TabletClock clock, FailPoints failPoints) {
        this.options = options;
        this.wall = wall;
        this.clock = clock;
        this.failPoints = failPoints;
    }

    /** Not started yet. */
    OnBoard machine(Enrolment till, Papers papers, Disk disk, Sync line) {
        var lane = new Lane(line, disk, failPoints);
        var hands =
                new Hands(
                        disk,
                        copyist(till),
                        lane,
                        new FolderPrinter(options.data().resolve(receipts(till))),
                        CashDrawer.none(),
                        failPoints);
        var board =
                new OnBoard(new TabletCore(papers, ports(till.key()), backoff()), papers, hands);
        lane.tells(board::tell);
        return board;
    }

    Ports ports(Signer key) {
        return new Ports(key, clock, UuidV7.packable(wall, new SecureRandom()), new SecureRandom());
    }

    /** A till that goes on under another number begins its receipts anew. */
    private String receipts(Enrolment till) {
        var own = "receipts-" + till.reply().tillNumber();
        return Files.exists(options.data().resolve("device-" + till.journal() + ".key"))
                ? own
                : "receipts";
    }

    /** Null without a second medium, or while the county has no key to seal it to. */
    private @Nullable Copyist copyist(Enrolment till) {
        var folder = options.mirror();
        var county = till.reply().recoveryKey();
        if (folder == null || county == null) {
            return null;
        }
        var header =
                new MirrorHeader(
                        till.journal(),
                        till.reply().certificate(),
                        till.reply().certificateSignature());
        return new Copyist(
                new FileCopy(folder, header, MirrorSealer.to(county, new SecureRandom())));
    }

    Backoff backoff() {
        var most = options.longestRetry();
        var least = most.compareTo(Backoff.SERVICE.least()) < 0 ? most : Backoff.SERVICE.least();
        return new Backoff(least, most);
    }
}
