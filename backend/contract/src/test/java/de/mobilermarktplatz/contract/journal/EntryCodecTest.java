package de.mobilermarktplatz.contract.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.mobilermarktplatz.contract.Seeds;
import de.mobilermarktplatz.contract.wire.RandomRecords;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class EntryCodecTest {

    private static final OpId OP = OpId.of("019df205-0850-7000-8000-000000000001");
    private static final EntryBody BODY = new AgeCheck(16, AgeCheckResult.OLD_ENOUGH, null);

    @ParameterizedTest
    @EnumSource(EntryType.class)
    void whateverAnEntrySaysIsReadBack(EntryType type) {
        Seeds.forEach(
                200,
                random -> {
                    JournalEntry entry = randomEntry(type, random);

                    assertThat(EntryCodec.decode(EntryCodec.encode(entry))).isEqualTo(entry);
                });
    }

    @Test
    void damagedBytesAreRefusedOrReadButNeverCrash() {
        Seeds.forEach(
                5_000,
                random -> {
                    EntryType type = EntryType.values()[random.nextInt(EntryType.values().length)];
                    byte[] bytes = EntryCodec.encode(randomEntry(type, random));
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                    try {
                        assertThat(EntryCodec.decode(bytes).opId()).isNotNull();
                    } catch (WireException refused) {
                        assertThat(refused.getMessage()).isNotBlank();
                    }
                });
    }

    @Test
    void everyCutOffEntryIsRefused() {
        byte[] whole = EntryCodec.encode(randomEntry(EntryType.SALE, new Random(3)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Bytes.of(whole).first(length).toArray();

            assertThatExceptionOfType(WireException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> EntryCodec.decode(cut));
        }
    }

    @Test
    void anUnknownTypeIsKeptAsItCame() {
        byte[] raw = Wire.writeArray(List.of(1, 7L, OP, 99, 0L, List.class.getName(), 1L));

        assertThat(EntryCodec.decode(raw)).isEqualTo(new UnknownEntry(1, 7, OP, 99, Bytes.of(raw)));
    }

    @Test
    void aNewerVersionIsKeptAsItCame() {
        byte[] raw = Wire.writeArray(List.of(2, 7L, OP, EntryType.SALE.code(), "something else"));

        assertThat(EntryCodec.decode(raw)).isEqualTo(new UnknownEntry(2, 7, OP, 1, Bytes.of(raw)));
    }

    @Test
    void whatDoesNotFitIsNamedByItsField() {
        byte[] noBoot = Wire.writeArray(List.of(1, 7L, OP, 18, 0L, 0L, 0L, "boot"));
        byte[] wrongCode =
                Wire.writeArray(
                        List.of(1, 7L, OP, 18, 0L, 0L, 0L, OP, 0L, new OlderAgeCheck(16, 9)));

        assertRefused(noBoot, "boot_id: expected a byte string but found VALUE_STRING");
        assertRefused(wrongCode, "AGE_CHECK.result: no AgeCheckResult has code 9");
    }

    @Test
    void aLaterVersionsExtraFieldIsSkippedAndAMissingNullableOneIsNull() {
        byte[] longer =
                Wire.writeArray(
                        List.of(
                                1,
                                7L,
                                OP,
                                18,
                                0L,
                                0L,
                                0L,
                                OP,
                                0L,
                                new LongerAgeCheck(16, 0, OP, OP)));
        byte[] shorter =
                Wire.writeArray(
                        List.of(1, 7L, OP, 18, 0L, 0L, 0L, OP, 0L, new OlderAgeCheck(16, 0)));

        assertThat(((JournalEntry) EntryCodec.decode(longer)).body())
                .isInstanceOfSatisfying(
                        AgeCheck.class, check -> assertThat(check.order()).isNotNull());
        assertThat(((JournalEntry) EntryCodec.decode(shorter)).body()).isEqualTo(BODY);
    }

    @Test
    void anEntryWhoseTypeDoesNotFitItsBodyCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new JournalEntry(
                                        1,
                                        1,
                                        OP,
                                        EntryType.SALE,
                                        0,
                                        Instant.EPOCH,
                                        0,
                                        new BootId(OP.value()),
                                        0,
                                        BODY))
                .withMessageContaining("AGE_CHECK");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> EntryCodec.decode(bytes))
                .withMessage(message);
    }

    private static JournalEntry randomEntry(EntryType type, Random random) {
        EntryBody body = (EntryBody) new RandomRecords(random).of(type.body());
        OpId op = new OpId(new UUID(random.nextLong(), random.nextLong()));
        BootId boot = new BootId(new UUID(random.nextLong(), random.nextLong()));
        Instant wall = Instant.ofEpochMilli(random.nextLong(0, 1L << 44));
        return JournalEntry.of(
                random.nextLong(1, 1L << 40),
                op,
                random.nextInt(9),
                wall,
                random.nextInt(),
                boot,
                random.nextInt(99),
                body);
    }

    /** An age check as written before it knew orders. */
    public record OlderAgeCheck(int ageLimit, int result) {}

    /** An age check as a later version might write it. */
    public record LongerAgeCheck(int ageLimit, int result, OpId order, OpId more) {}
}
