package de.mobilermarktplatz.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.Seeds;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys take few bytes on the wire and come back as they were. */
class ItemKeyTest {

    @Test
    void anyKeyComesBackBesideAnyValue() {
        for (String key : List.of("note", "note:Gröna", "a", "cat:2026-05-04")) {
            assertThat(ItemKey.unpack(ItemKey.pack(key))).isEqualTo(key);
            assertThat(ItemKey.unpackBeside(ItemKey.packBeside(key, Bytes.EMPTY), Bytes.EMPTY))
                    .isEqualTo(key);
        }
        Seeds.forEach(
                2_000,
                random -> {
                    UUID id = new UUID(random.nextLong(), random.nextLong());
                    String key = "order:" + id;
                    Bytes inside =
                            Bytes.of(
                                    ByteBuffer.allocate(22)
                                            .put(2, (byte) 7)
                                            .putLong(4, id.getMostSignificantBits())
                                            .putLong(12, id.getLeastSignificantBits())
                                            .array());
                    for (Bytes value : List.of(Bytes.EMPTY, Bytes.ofHex("0102"), inside)) {
                        assertThat(ItemKey.unpackBeside(ItemKey.packBeside(key, value), value))
                                .isEqualTo(key);
                    }
                    assertThat(ItemKey.packBeside(key, inside).length()).isEqualTo(7);
                    assertThat(ItemKey.unpack(ItemKey.pack(key))).isEqualTo(key);
                });
    }

    @Test
    void aKeyThatPointsOutOfItsValueIsRefused() {
        Bytes key = Bytes.ofHex("6f0104");
        assertThatThrownBy(() -> ItemKey.unpackBeside(key, Bytes.ofHex("0102")))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> ItemKey.unpackBeside(Bytes.ofHex("6f01ff"), Bytes.EMPTY))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> ItemKey.unpack(Bytes.ofHex("6f0011")))
                .isInstanceOf(WireException.class);
    }

    @Test
    void aChangeThatDoesNotFitItsItemIsRefused() {
        FeedEntry entry = new FeedEntry(ItemKey.pack("note"), 3, 4, Bytes.EMPTY);
        assertThatThrownBy(() -> entry.after(Bytes.ofHex("010203")))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> entry.after(null)).isInstanceOf(WireException.class);
        FeedEntry huge = new FeedEntry(ItemKey.pack("note"), Integer.MAX_VALUE, 9, Bytes.EMPTY);
        assertThatThrownBy(() -> huge.after(Bytes.ofHex("01"))).isInstanceOf(WireException.class);
    }
}
