package de.mobilermarktplatz.tablet.sync;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import java.net.URI;
import java.time.InstantSource;

/**
 * Turns a one-time code into a till. Key and journal are made before the first request and stay the
 * same, so a lost answer is asked for again with the same code.
 */
public final class Enroller {
    private final InstantSource clock;

    public Enroller(InstantSource clock) {
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Result {
        /**
         * @param reply as it came, to be stored
         */
        record Enrolled(Enrolment enrolment, Bytes reply) implements Result {}

        record Failed(String sentence) implements Result {}
    }

    public Result enrol(
            URI server, String code, Ed25519KeyPair key, JournalId journal, String deviceName) {
        try (var connection = new ServerConnection(server, clock::instant, null, key)) {
            var request = new EnrolmentRequest(code, key.publicKey(), deviceName, journal);
            return switch (connection.post(
                    "/enrolments", request.encode(), ServerConnection.ANSWER_WITHIN)) {
                case ServerAnswer.Unreachable none ->
                        new Result.Failed("Der Server ist nicht erreichbar (" + none.why() + ").");
                case ServerAnswer.Refused refused ->
                        new Result.Failed(refused.problem().words(refused.status()));
                case ServerAnswer.Fine fine -> check(server, journal, key, fine.body());
            };
        }
    }

    private static Result check(URI server, JournalId journal, Ed25519KeyPair key, byte[] body) {
        try {
            var enrolment = new Enrolment(server, journal, key, EnrolmentReply.decode(body));
            return enrolment.isFor(key.publicKey())
                    ? new Result.Enrolled(enrolment, Bytes.of(body))
                    : new Result.Failed("Die Anmeldung passt nicht zu diesem Tablet.");
        } catch (WireException damaged) {
            return new Result.Failed("Die Antwort des Servers ist nicht lesbar.");
        }
    }
}
