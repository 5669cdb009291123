package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorItem;
import de.mobilermarktplatz.contract.mirror.MirrorReader;
import de.mobilermarktplatz.contract.mirror.MirrorSealer;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.mutants.Mutant;
import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.tablet.machine.SecondMedium;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The slot for the card with the second copy, which survives the tablet. Real records, sealed to
 * the county, on sectors that may get lost or torn; beside them the note how far it is. Somebody
 * may change the card at any time.
 */
public final class SimMedium implements SecondMedium {
    private static final RecoveryKey COUNTY = new RecoveryKey(Bytes.of(new byte[32]));
    private static final Bytes COUNTY_PUBLIC = COUNTY.publicKey();

    /** A card of its own. */
    private static final class Card {
        final SectorFile file;
        long noted;
        long notedLength;

        Card(Dice dice) {
            file = new SectorFile(dice, Dice.Stream.MIRROR);
        }

        long upTo() {
            return file.length() >= notedLength ? noted : 0;
        }
    }

    private final Dice dice;
    private final JournalId journal;
    private final Predicate<Mutant> bugs;
    private final Deque<Card> drawer = new ArrayDeque<>();
    private MirrorSealer sealer;
    private boolean begun;
    private Card card;

    /** The one that was last looked at. */
    private Card known;

    public SimMedium(Dice dice, JournalId journal, Predicate<Mutant> bugs) {
        this.dice = dice;
        this.journal = journal;
        this.bugs = bugs;
        this.card = new Card(dice);
        this.known = card;
    }

    /**
     * Pulled without a word to anybody, and another one is put in.
     *
     * @param used whether it is one that was in here before, when there is one
     */
    public void change(boolean used) {
        card.file.crash();
        var next = used && !drawer.isEmpty() ? drawer.removeFirst() : new Card(dice);
        drawer.addLast(card);
        card = next;
    }

    /** How far the copy on the card in the slot is, whatever the program believes. */
    public long reallyUpTo() {
        return card.upTo();
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
        known = card;
        return card.upTo();
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
        if (known != card && !bugs.test(Mutant.CHANGED_CARD_NOT_NOTICED)) {
            throw new OtherMedium();
        }
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
            card.file.append(bytes.toByteArray(), bytes.size() / 2);
            begun = false;
            throw new MediumFailed("Could not copy", new IOException("card pulled"));
        }
        write(bytes.toByteArray());
        if (sync) {
            card.file.sync();
        }
        card.noted = rows.getLast().seq();
        card.notedLength = card.file.length();
    }

    private void write(byte[] bytes) {
        card.file.append(bytes, bytes.length);
    }

    private void fail() {
        if (dice.strikes(Fault.MIRROR_WRITE_FAILED)) {
            begun = false;
            throw new MediumFailed("Could not copy", new IOException("no answer"));
        }
    }

    public void powerCut() {
        card.file.crash();
    }

    /**
     * What the office finds on the card in the slot with the county's key; of two with one number
     * the first.
     */
    public SortedMap<Long, MirrorEntry> read() {
        var entries = new TreeMap<Long, MirrorEntry>();
        var reader = new MirrorReader(ByteBuffer.wrap(card.file.read()), COUNTY);
        for (var item = reader.next(); item != null; item = reader.next()) {
            if (item instanceof MirrorItem.Intact intact
                    && intact.content() instanceof MirrorEntry entry) {
                entries.putIfAbsent(entry.seq(), entry);
            }
        }
        return entries;
    }
}
