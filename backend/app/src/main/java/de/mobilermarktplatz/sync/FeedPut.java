package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What an item of a stream shall be from now on.
 *
 * @param stream named by {@link de.mobilermarktplatz.contract.feed.Streams}
 * @param key of the item, at most 80 characters; ids as {@code order:<uuid>}
 * @param value at most 64 kB; null when there is no such item any more
 */
public record FeedPut(String stream, String key, @Nullable Bytes value) {}
