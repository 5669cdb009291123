package de.mobilermarktplatz.contract.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is signed must never change by a byte, or every tablet out there is locked out. */
class SignedBytesTest {

    private static final JournalId JOURNAL = JournalId.of("019a0000-0000-7000-8000-000000000001");

    @Test
    void aRequestIsSignedByMethodPathBodyTimeAndNonce() {
        byte[] signed =
                RequestSignature.toSign(
                        "POST", "/sync/v1/slk/x?from=7", new byte[0], 1_777_882_530_250L, "n-1");

        assertThat(new String(signed, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        MMR1
                        POST
                        /sync/v1/slk/x?from=7
                        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                        1777882530250
                        n-1""");
    }

    @Test
    void anAcknowledgementIsSignedByJournalNumberAndHead() {
        Bytes head = Bytes.ofHex("c3".repeat(32));

        assertThat(Bytes.of(new AckStatement(JOURNAL, 258, head).toSign()).hex())
                .isEqualTo(
                        "4d4d4131"
                                + "019a0000000070008000000000000001"
                                + "0000000000000102"
                                + head.hex());
    }

    @Test
    void aKeyOfWrongLengthIsNoEnrolment() {
        byte[] bytes = Wire.writeArray(List.of("code", Bytes.ofHex("00"), "Wagen", JOURNAL));

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> EnrolmentRequest.decode(bytes))
                .withMessageContaining("a public key has 32 bytes, not 1");
    }
}
