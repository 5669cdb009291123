package de.mobilermarktplatz.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private final AtomicLong millis = new AtomicLong(1_784_000_000_000L);
    private final InstantSource clock = () -> java.time.Instant.ofEpochMilli(millis.get());
    private final UuidV7 ids = new UuidV7(clock, new Random(7));

    @Test
    void anIdCarriesVersionVariantAndTheTime() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(UuidV7.millis(id)).isEqualTo(millis.get());
    }

    @Test
    void idsOfOneMillisecondRise() {
        assertRising(nextIds(10_000));
    }

    @Test
    void idsRiseAlsoWhenTheClockWasSetBack() {
        List<UUID> all = new ArrayList<>(nextIds(10));
        millis.addAndGet(-86_400_000);
        all.addAll(nextIds(10));
        millis.addAndGet(2 * 86_400_000);
        all.addAll(nextIds(10));

        assertRising(all);
        assertThat(UuidV7.millis(all.getLast())).isEqualTo(millis.get());
    }

    @Test
    void typedIdsReadWhatTheyWrite() {
        OrderId order = new OrderId(ids.next());

        assertThat(OrderId.of(order.toString())).isEqualTo(order);
        assertThatIllegalArgumentException().isThrownBy(() -> OrderId.of("no id"));
    }

    private List<UUID> nextIds(int count) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(ids.next());
        }
        return made;
    }

    /**
     * Text order is the order of a database's uuid type; {@link UUID#compareTo} is not, it is
     * signed.
     */
    private static void assertRising(List<UUID> made) {
        assertThat(made).extracting(UUID::toString).isSorted().doesNotHaveDuplicates();
    }
}
