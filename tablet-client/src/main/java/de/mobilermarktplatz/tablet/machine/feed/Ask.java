package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.kernel.bytes.Bytes;

/** The next question to the server. */
public sealed interface Ask {

    /** Behind the sync address of the region. */
    String path();

    /** What is new; the server may wait before it answers. */
    record News(FeedRequest request) implements Ask {
        @Override
        public String path() {
            return "/feed?" + request.query();
        }
    }

    /** What a snapshot of these streams consists of. */
    record Manifest(FeedRequest request) implements Ask {
        @Override
        public String path() {
            return "/snapshots?" + request.query();
        }
    }

    record Chunk(Bytes name) implements Ask {
        @Override
        public String path() {
            return "/chunks/" + name.hex();
        }
    }
}
