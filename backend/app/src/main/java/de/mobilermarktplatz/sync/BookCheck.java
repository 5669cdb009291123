package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.ChainCheck;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.store.JournalStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code verify}: walks every journal of a region from its first link and names the first broken
 * one.
 */
@Service
public class BookCheck {

    private static final int PAGE = 1_000;

    private final JournalStore store;

    BookCheck(JournalStore store) {
        this.store = store;
    }

    /**
     * @param acked last sequence that the journal's head claims
     * @param result intact, or the first link that is not what was written
     */
    public record Verdict(JournalId journal, long acked, ChainCheck result) {
        public boolean intact() {
            return result instanceof ChainCheck.Intact;
        }

        /** Sequence of the first broken link; 0 when there is none. */
        public long brokenAt() {
            return result instanceof ChainCheck.Broken broken ? broken.seq() : 0;
        }
    }

    public Flux<Verdict> verify(Region region) {
        return store.all(region).concatMap(state -> verify(region, state));
    }

    private Mono<Verdict> verify(Region region, JournalState state) {
        return walk(region, state, 0, state.start())
                .map(
                        result ->
                                new Verdict(
                                        state.journal(),
                                        state.acked(),
                                        againstHead(state, result)));
    }

    private Mono<ChainCheck> walk(Region region, JournalState state, long last, Bytes head) {
        return store.chain(region, state.journal(), last + 1, PAGE)
                .collectList()
                .flatMap(
                        links -> {
                            ChainCheck page = ChainCheck.verify(state.journal(), last, head, links);
                            boolean more = links.size() == PAGE;
                            return more && page instanceof ChainCheck.Intact intact
                                    ? walk(region, state, intact.lastSeq(), intact.head())
                                    : Mono.just(page);
                        });
    }

    /** A chain that was cut off at its end is intact in itself; only the head knows better. */
    private static ChainCheck againstHead(JournalState state, ChainCheck result) {
        if (result instanceof ChainCheck.Intact intact
                && (intact.lastSeq() != state.acked() || !intact.head().equals(state.head()))) {
            return new ChainCheck.Broken(intact.lastSeq() + 1, state.head(), intact.head());
        }
        return result;
    }
}
