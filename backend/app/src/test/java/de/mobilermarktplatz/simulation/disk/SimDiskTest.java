package de.mobilermarktplatz.simulation.disk;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.simulation.world.Counts;
import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated disk does what SQLite does. */
class SimDiskTest extends DiskContract {
    private Dice dice;
    private SimDisk disk;

    @BeforeEach
    void open() {
        dice = new Dice(1, new Counts());
        dice.calm();
        disk = new SimDisk(dice, Uplink.NEW, _ -> false);
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    protected Disk afterACrash() {
        disk.powerCut();
        disk.reopen();
        return disk;
    }

    @Test
    void whatWasNotSyncedMayBeGoneTornOrOutOfOrder() {
        var counts = new Counts();
        int whole = 0;
        for (int seed = 0; seed < 300; seed++) {
            var file = new SectorFile(new Dice(seed, counts), Dice.Stream.DISK);
            var log = new RecordLog(file);
            log.append(0, new byte[700]);
            file.sync();
            log.append(1, new byte[3000]);
            file.crash();
            var found = log.recover();
            assertThat(found).startsWith(0L);
            whole += found.size() - 1;
        }

        assertThat(whole).isBetween(1, 299);
        assertThat(counts.faults()).isPositive();
    }

    @Override
    protected FeedMemory feed() {
        return disk.feed();
    }
}
