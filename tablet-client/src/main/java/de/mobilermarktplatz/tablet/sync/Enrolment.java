package de.mobilermarktplatz.tablet.sync;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.core.Till;
import de.mobilermarktplatz.tablet.machine.Papers;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tablet that has become a till. */
public record Enrolment(URI server, JournalId journal, Signer key, EnrolmentReply reply) {
    /** Whether the certificate is signed and says what this tablet asked for. */
    boolean isFor(Bytes publicKey) {
        var certificate = DeviceCertificate.decode(reply.certificate());
        return Ed25519.verify(
                        reply.serverPublicKey(),
                        reply.certificate().toArray(),
                        reply.certificateSignature())
                && certificate.publicKey().equals(publicKey)
                && certificate.journal().equals(journal);
    }

    /** Chain head before the first entry. */
    public Bytes start() {
        return HashChain.start(reply.certificate());
    }

    /** Whether it was a demonstration's server that enrolled this tablet. */
    public boolean isDemo() {
        return reply.mode() == ServerMode.DEMO;
    }

    /** The same for the machine. */
    public Papers papers() {
        return new Papers(till(), journal, start(), List.copyOf(serverKeys().values()), isDemo());
    }

    /** The key that signed the enrolment, and those that it came with. */
    private Map<Integer, Bytes> serverKeys() {
        var keys = new HashMap<Integer, Bytes>();
        var pinned = reply.serverKeys();
        if (pinned != null) {
            pinned.forEach(
                    pin -> {
                        var _ = keys.put(pin.kid(), pin.publicKey());
                    });
        }
        var _ = keys.put(reply.kid(), reply.serverPublicKey());
        return Map.copyOf(keys);
    }

    DeviceId device() {
        return reply.device();
    }

    public Till till() {
        return new Till(
                reply.tillNumber(), reply.regionName(), ZoneId.of(reply.zone()), serverKeys());
    }
}
