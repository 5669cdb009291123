package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of a body that was kept apart.
 *
 * @param from sequence of its first entry
 * @param receipts how many of its entries are receipts
 * @param times of the entries that can be read, by the tablet's own clock
 */
public record BatchPreview(long from, int entries, int receipts, List<Instant> times) {

    public BatchPreview {
        times = List.copyOf(times);
    }

    /** Empty when the body is no batch. */
    public static Optional<BatchPreview> of(byte[] body) {
        try {
            UploadBatch batch = UploadBatch.decode(body);
            List<JournalEntry> read =
                    batch.entries().stream()
                            .map(BatchPreview::read)
                            .filter(Objects::nonNull)
                            .toList();
            return Optional.of(
                    new BatchPreview(
                            batch.from(),
                            batch.entries().size(),
                            (int)
                                    read.stream()
                                            .map(JournalEntry::body)
                                            .filter(BatchPreview::isReceipt)
                                            .count(),
                            read.stream().map(JournalEntry::wall).sorted().toList()));
        } catch (WireException | IllegalArgumentException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    /** How many were written at that time or later. */
    public long since(Instant moment) {
        return times.stream().filter(time -> !time.isBefore(moment)).count();
    }

    private static boolean isReceipt(EntryBody body) {
        return body instanceof ReceiptBody || body instanceof CashMovement;
    }

    private static @Nullable JournalEntry read(Bytes entry) {
        try {
            return EntryCodec.decode(entry.toArray()) instanceof JournalEntry known ? known : null;
        } catch (WireException | IllegalArgumentException | ArithmeticException unreadable) {
            return null;
        }
    }
}
