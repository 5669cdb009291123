package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tablet is told about one stream. */
public final class FeedAnswer {

    /** Most entries of one stream in one answer: some 60 kB, eight seconds over 64 kbit/s. */
    public static final int MOST_ENTRIES = 1_000;

    /** Greatest length of what entries of one stream insert, in bytes; the first always fits. */
    private static final int MOST_BYTES = 65_536;

    private FeedAnswer() {}

    /**
     * @param cleared entries up to this number are gone
     */
    public record Standing(StreamHead head, long cleared) {}

    /**
     * @param stateHash null but at the end of a transaction
     */
    public record Logged(long seq, FeedEntry entry, @Nullable Bytes stateHash) {}

    /**
     * @param head read before the entries; entries may have come meanwhile
     * @param after the tablet's cursor
     * @param epochSeen 0 when the tablet does not know one
     * @param logged the entries after the cursor, the first {@link #MOST_ENTRIES}
     */
    public static StreamNews of(
            Standing head, long after, long epochSeen, long epoch, List<Logged> logged) {
        String stream = head.head().stream();
        boolean stranger =
                (epochSeen != epoch && after > 0)
                        || after < head.cleared()
                        || after > head.head().seq();
        if (stranger || !isContiguous(after, logged)) {
            return StreamNews.refused(stream, StreamVerdict.SNAPSHOT_NEEDED);
        }
        if (logged.isEmpty()) {
            return after == head.head().seq()
                    ? new StreamNews(
                            stream,
                            StreamVerdict.FINE,
                            after + 1,
                            after,
                            head.head().stateHash(),
                            List.of(),
                            false)
                    : StreamNews.refused(stream, StreamVerdict.SNAPSHOT_NEEDED);
        }
        return upToATransactionsEnd(stream, after, logged);
    }

    private static boolean isContiguous(long after, List<Logged> logged) {
        for (int i = 0; i < logged.size(); i++) {
            if (logged.get(i).seq() != after + 1 + i) {
                return false;
            }
        }
        return true;
    }

    private static StreamNews upToATransactionsEnd(String stream, long after, List<Logged> logged) {
        int take = 0;
        long bytes = 0;
        for (int i = 0; i < logged.size(); i++) {
            Bytes insertion = logged.get(i).entry().insertion();
            bytes += insertion == null ? 0 : insertion.length();
            if (logged.get(i).stateHash() != null) {
                if (take > 0 && bytes > MOST_BYTES) {
                    break;
                }
                take = i + 1;
            }
        }
        if (take == 0) {
            // One transaction longer than an answer: the snapshot is shorter.
            return StreamNews.refused(stream, StreamVerdict.SNAPSHOT_NEEDED);
        }
        Logged last = logged.get(take - 1);
        Bytes hash = last.stateHash();
        return new StreamNews(
                stream,
                StreamVerdict.FINE,
                after + 1,
                last.seq(),
                hash == null ? Bytes.EMPTY : hash,
                logged.subList(0, take).stream().map(Logged::entry).toList(),
                take < logged.size() || logged.size() == MOST_ENTRIES);
    }
}
