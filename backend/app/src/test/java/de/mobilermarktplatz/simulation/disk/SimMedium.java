package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorItem;
import de.mobilermarktplatz.contract.mirror.MirrorReader;
import de.mobilermarktplatz.contract.mirror.MirrorSealer;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.tablet.machine.SecondMedium;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The card with the second copy; survives the tablet. Real records, sealed to the county, on
 * sectors that may get lost or torn; beside them the note how far it is.
 */
public final class SimMedium implements SecondMedium {
    private static final RecoveryKey COUNTY = new RecoveryKey(Bytes.of(new byte[32]));
    private static final Bytes COUNTY_PUBLIC = COUNTY.publicKey();

    private final Dice dice;
    private final JournalId journal;
    private final SectorFile file;
    private MirrorSealer sealer;
    private boolean begun;
    private long noted;
    private long notedLength;

    public SimMedium(Dice dice, JournalId journal) {
        this.dice = dice;
        this.journal = journal;
        this.file = new SectorFile(dice, Dice.Stream.MIRROR);
    }

    /** The tablet starts; its new key opens nothing that stands there. */
    public void started() {
        sealer = MirrorSealer.to(COUNTY_PUBLIC, dice.of(Dice.Stream.MIRROR));
        begun = false;
    }

    @Override
    public long upTo() {
        fail();
        begun = false;
        return file.length() >= notedLength ? noted : 0;
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
        if (!begun) {
            write(sealer.seal(new MirrorHeader(journal, Bytes.EMPTY, Bytes.EMPTY)));
            begun = true;
        }
        var bytes = new ByteArrayOutputStream();
        for (var row : rows) {
            bytes.writeBytes(
                    sealer.seal(
                            new MirrorEntry(
                                    journal, row.seq(), row.entry(), row.hash(), row.signature())));
        }
        if (dice.strikes(Fault.MIRROR_RECORD_TORN)) {
            file.append(bytes.toByteArray(), bytes.size() / 2);
            begun = false;
            throw new MediumFailed("Could not copy", new IOException("card pulled"));
        }
        write(bytes.toByteArray());
        if (sync) {
            file.sync();
        }
        noted = rows.getLast().seq();
        notedLength = file.length();
    }

    private void write(byte[] bytes) {
        file.append(bytes, bytes.length);
    }

    private void fail() {
        if (dice.strikes(Fault.MIRROR_WRITE_FAILED)) {
            begun = false;
            throw new MediumFailed("Could not copy", new IOException("no answer"));
        }
    }

    public void powerCut() {
        file.crash();
    }

    /**
     * What the office finds on the card with the county's key; of two with one number the first.
     */
    public SortedMap<Long, MirrorEntry> read() {
        var entries = new TreeMap<Long, MirrorEntry>();
        var reader = new MirrorReader(ByteBuffer.wrap(file.read()), COUNTY);
        for (var item = reader.next(); item != null; item = reader.next()) {
            if (item instanceof MirrorItem.Intact intact
                    && intact.content() instanceof MirrorEntry entry) {
                entries.putIfAbsent(entry.seq(), entry);
            }
        }
        return entries;
    }
}
