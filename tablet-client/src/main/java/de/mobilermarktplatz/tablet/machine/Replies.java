package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.crypto.Verifier;
import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.KeptReply;
import de.mobilermarktplatz.contract.upload.KeptStatement;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an acknowledgement is worth; pure, so that every odd reply can be tried. */
public final class Replies {
    static final String HAS_MORE =
            "Der Server hat mehr Einträge als dieses Tablet. Bitte die Leitstelle anrufen.";

    private static final int CONFLICT = 409;

    private Replies() {}

    sealed interface Judged {
        /**
         * @param rewound whether the server has less than it once had
         */
        record Believed(Uplink uplink, boolean rewound) implements Judged {}

        /** Signed, but from before what is known already: a reply that others overtook. */
        record Late() implements Judged {}

        /** Not the server's word; nothing changes. */
        record Disbelieved(String sentence) implements Judged {}

        /** Two different histories under one journal; a person must look. */
        record Forked(String sentence) implements Judged {}

        /** The server went back behind what this tablet still has. */
        record Lacking(String sentence) implements Judged {}
    }

    /** Whether an answer carries the server's signed word: any success, or a conflict. */
    static boolean carriesAck(ServerAnswer answer) {
        return answer instanceof ServerAnswer.Fine
                || answer instanceof ServerAnswer.Refused refused && refused.status() == CONFLICT;
    }

    /**
     * The sequence that an answer acknowledges or says to be kept apart, for the edge to look up
     * its chain head.
     *
     * @return empty when the answer has none
     */
    public static OptionalLong acked(ServerAnswer answer) {
        if (!carriesAck(answer)) {
            return kept(answer).stream().mapToLong(KeptReply::upTo).findFirst();
        }
        try {
            return OptionalLong.of(UploadReply.decode(answer.body()).ack());
        } catch (WireException damaged) {
            return OptionalLong.empty();
        }
    }

    /** How far the server says that it keeps the journal apart; not believed yet. */
    static Optional<KeptReply> kept(ServerAnswer answer) {
        if (!(answer instanceof ServerAnswer.Refused refused)) {
            return Optional.empty();
        }
        var words = refused.problem().kept();
        try {
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(KeptReply.decode(Base64.getDecoder().decode(words)));
        } catch (WireException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Whether the server signed that it keeps exactly these entries apart.
     *
     * @param localHash chain head after {@code reply.upTo()} here, null if there is none
     */
    static boolean believed(
            KeptReply reply,
            @Nullable Bytes localHash,
            JournalId journal,
            List<Bytes> serverKeys,
            Verifier verifier) {
        if (localHash == null
                || reply.headHash8().length() != 8
                || !localHash.startsWith(reply.headHash8())) {
            return false;
        }
        var statement = new KeptStatement(journal, reply.upTo(), localHash).toSign();
        return serverKeys.stream()
                .anyMatch(key -> verifier.signed(key, statement, reply.signature()));
    }

    /**
     * @param known what the server has confirmed so far
     * @param fresh whether the request was sent after {@code known} had been believed; an older one
     *     may be answered with less and mean nothing by it
     * @param localHash chain head after {@code reply.ack()} here, null if this journal is not that
     *     long, or if that part of it was forgotten
     * @param base last forgotten entry, 0 for none
     */
    static Judged judge(
            UploadReply reply,
            Uplink known,
            boolean fresh,
            @Nullable Bytes localHash,
            long base,
            JournalId journal,
            List<Bytes> serverKeys,
            Verifier verifier,
            Duration clockLag) {
        if (reply.ack() < base) {
            return new Judged.Lacking(lacking(reply.ack(), base));
        }
        if (localHash == null) {
            return new Judged.Forked(HAS_MORE);
        }
        if (!localHash.startsWith(reply.headHash8()) || reply.headHash8().length() != 8) {
            return new Judged.Forked(
                    "Der Server hat andere Einträge als dieses Tablet. Bitte die Leitstelle anrufen.");
        }
        var statement = new AckStatement(journal, reply.ack(), localHash);
        if (serverKeys.stream()
                .noneMatch(key -> verifier.signed(key, statement.toSign(), reply.ackSignature()))) {
            return new Judged.Disbelieved("Die Quittung ist nicht vom Server unterschrieben.");
        }
        boolean rewound = reply.ack() < known.acked();
        boolean older = reply.epoch() < known.epoch();
        if (!fresh && (older || rewound && reply.epoch() == known.epoch())) {
            return new Judged.Late();
        }
        boolean newer = !rewound || reply.epoch() > known.epoch();
        // A server that has not yet noticed its restore must go on seeing the higher receipt.
        var ack =
                newer || known.lastAck() == null
                        ? Bytes.of(
                                Wire.write(
                                        new SignedAck(
                                                reply.ack(), localHash, reply.ackSignature())))
                        : known.lastAck();
        boolean forgotten = rewound || reply.epoch() > known.epoch();
        var next =
                new Uplink(
                        reply.ack(),
                        Math.min(reply.durable(), reply.ack()),
                        Math.max(reply.epoch(), known.epoch()),
                        ack,
                        clockLag);
        return new Judged.Believed(next.keptUpTo(forgotten ? 0 : known.kept()), rewound);
    }

    /**
     * @param acked last entry that the server has, below {@code base}
     * @param base last entry that the tablet has no more
     */
    static String lacking(long acked, long base) {
        var which =
                acked + 1 == base
                        ? "fehlt der Eintrag " + base + ", den"
                        : "fehlen die Einträge " + (acked + 1) + " bis " + base + ", die";
        return "Dem Server "
                + which
                + " dieses Tablet nach der Datensicherung gelöscht hat. Verkaufen geht weiter. Bitte"
                + " die Leitstelle anrufen: Sie muss eine neuere Sicherung einspielen.";
    }
}
