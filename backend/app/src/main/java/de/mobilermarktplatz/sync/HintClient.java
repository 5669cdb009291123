package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.StreamHead;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reactor.core.publisher.FluxSink;

/**
 * One open connection: the newest head of each of its few streams, whatever happened since it was
 * last read. So a slow reader costs no more memory than a quick one.
 */
final class HintClient implements HintBoard.Waiting {

    private final FluxSink<HintClient> sink;
    private final Map<String, Long> heads = new TreeMap<>();
    private boolean unread;
    private boolean missed;

    HintClient(FluxSink<HintClient> sink) {
        this.sink = sink;
    }

    @Override
    public void moved(List<StreamHead> news) {
        boolean newer = false;
        synchronized (this) {
            for (StreamHead head : news) {
                if (heads.getOrDefault(head.stream(), -1L) < head.seq()) {
                    heads.put(head.stream(), head.seq());
                    newer = true;
                }
            }
            unread |= newer;
        }
        if (newer) {
            var _ = sink.next(this);
        }
    }

    /** Whoever has read nothing for a whole beat is let go; it comes back when it can. */
    void beat() {
        boolean slow;
        synchronized (this) {
            slow = unread && missed;
            missed = unread;
            unread = true;
        }
        if (slow) {
            end();
        } else {
            var _ = sink.next(this);
        }
    }

    void end() {
        sink.complete();
    }

    synchronized boolean isUnread() {
        return unread;
    }

    /** Such as {@code cfg=4 tour:0190…=481}; asked for when it is about to be written. */
    synchronized String words() {
        unread = false;
        missed = false;
        return heads.entrySet().stream()
                .map(head -> head.getKey() + "=" + head.getValue())
                .collect(Collectors.joining(" "));
    }
}
