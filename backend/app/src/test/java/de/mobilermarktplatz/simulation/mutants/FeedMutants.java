package de.mobilermarktplatz.simulation.mutants;

import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.ItemKey;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import de.mobilermarktplatz.tablet.machine.feed.Ask;
import de.mobilermarktplatz.tablet.machine.feed.FeedCore;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.machine.feed.FeedStep;
import java.util.HashMap;
import java.util.List;

/** The real {@link FeedCore} between planted bugs. */
public final class FeedMutants {
    private FeedMutants() {}

    public static FeedStep came(
            World world, FeedCore core, FeedMemory memory, Ask ask, ServerAnswer answer) {
        if (ask instanceof Ask.News
                && answer instanceof ServerAnswer.Fine fine
                && world.has(Mutant.FEED_HASH_NOT_COMPARED)) {
            return core.came(memory, ask, believed(memory, fine));
        }
        return core.came(memory, ask, answer);
    }

    /** Whatever the result is, its fingerprint is said to fit. */
    private static ServerAnswer believed(FeedMemory memory, ServerAnswer.Fine fine) {
        try {
            var reply = FeedReply.decode(fine.body());
            var streams = reply.streams().stream().map(news -> fitting(memory, news)).toList();
            return fine(fine, reply.epoch(), reply, streams);
        } catch (WireException damaged) {
            return fine;
        }
    }

    private static StreamNews fitting(FeedMemory memory, StreamNews news) {
        var has = memory.streams().get(news.stream());
        if (news.verdict() != StreamVerdict.FINE || has == null) {
            return news;
        }
        var items = new HashMap<String, Bytes>(has.items());
        try {
            for (var entry : news.entries()) {
                var key = ItemKey.unpack(entry.key());
                var value = entry.after(items.get(key));
                if (value == null) {
                    items.remove(key);
                } else {
                    items.put(key, value);
                }
            }
        } catch (WireException doesNotFit) {
            return news;
        }
        return new StreamNews(
                news.stream(),
                news.verdict(),
                news.first(),
                news.head(),
                StateHash.of(items),
                news.entries(),
                news.more());
    }

    private static ServerAnswer fine(
            ServerAnswer.Fine was, long epoch, FeedReply reply, List<StreamNews> streams) {
        var next = new FeedReply(reply.proto(), epoch, reply.serverTime(), streams);
        return new ServerAnswer.Fine(next.encode(), was.roundTrip());
    }
}
