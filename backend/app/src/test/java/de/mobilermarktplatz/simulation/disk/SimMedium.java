package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.tablet.machine.SecondMedium;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The card with the second copy; survives the tablet. */
public final class SimMedium implements SecondMedium {
    private final Dice dice;
    private final RecordLog log;
    private final List<StoredEntry> all = new ArrayList<>();
    private long upTo;

    public SimMedium(Dice dice) {
        this.dice = dice;
        this.log = new RecordLog(new SectorFile(dice, Dice.Stream.MIRROR));
    }

    @Override
    public long upTo() {
        fail();
        return upTo;
    }

    @Override
    public void append(List<StoredEntry> rows) {
        append(rows, true);
    }

    /**
     * @param sync false only for a planted bug
     */
    public void append(List<StoredEntry> rows, boolean sync) {
        fail();
        for (var row : rows) {
            var bytes = bytes(row);
            if (dice.strikes(Fault.MIRROR_RECORD_TORN)) {
                log.appendPart(all.size(), bytes, bytes.length / 2);
                reopen();
                throw new MediumFailed("Could not copy", new IOException("card pulled"));
            }
            log.append(all.size(), bytes);
            all.add(row);
        }
        if (sync) {
            log.file().sync();
        }
        upTo = Math.max(upTo, rows.getLast().seq());
    }

    private void fail() {
        if (dice.strikes(Fault.MIRROR_WRITE_FAILED)) {
            throw new MediumFailed("Could not copy", new IOException("no answer"));
        }
    }

    public void powerCut() {
        log.file().crash();
        reopen();
    }

    private void reopen() {
        upTo = 0;
        for (var row : read()) {
            upTo = Math.max(upTo, row.seq());
        }
    }

    /** What a reader finds on the card, in the order in which it was written. */
    public List<StoredEntry> read() {
        var rows = new ArrayList<StoredEntry>();
        for (long number : log.recover()) {
            rows.add(all.get((int) number));
        }
        return rows;
    }

    private static byte[] bytes(StoredEntry row) {
        var out = new ByteArrayOutputStream(256);
        out.writeBytes(row.entry().toArray());
        out.writeBytes(row.hash().toArray());
        out.writeBytes(row.signature().toArray());
        return out.toByteArray();
    }
}
