package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.device.CertificateReply;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.contract.device.ServerPin;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.KeyRolls;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the server signs about tablets; made anew from what is stored whenever it is asked for. */
@Component
class Certificates {

    private final ServerKey server;

    Certificates(ServerKey server) {
        this.server = server;
    }

    /** The certificate over the newest of its keys, and the server's keys. */
    CertificateReply newest(Region region, Device device) {
        DeviceKey newest = device.keys().getFirst();
        Bytes certificate = of(region, device, newest, server.kid());
        List<ServerPin> pins = pins();
        return new CertificateReply(
                certificate, signed(certificate), pins, signed(CertificateReply.pinned(pins)));
    }

    /** The certificate of its enrolment, for a tablet that is made now. */
    Bytes enrolment(Region region, Device device) {
        return enrolment(region, device, server.kid());
    }

    /**
     * The same to the byte as when the tablet was made, whichever key the server had then: the
     * journal begins with its hash.
     *
     * @param start of the tablet's journal
     */
    Bytes enrolment(Region region, Device device, Bytes start) {
        return server.pinned().keySet().stream()
                .map(kid -> enrolment(region, device, kid))
                .filter(certificate -> HashChain.start(certificate).equals(start))
                .findFirst()
                .orElseGet(() -> enrolment(region, device));
    }

    private static Bytes enrolment(Region region, Device device, int kid) {
        DeviceKey first =
                new DeviceKey(
                        device.publicKey(),
                        device.enrolledAt(),
                        device.enrolledAt().plus(KeyRolls.LIFE));
        return of(region, device, first, kid);
    }

    private static Bytes of(Region region, Device device, DeviceKey key, int kid) {
        return new DeviceCertificate(
                        device.id(),
                        region.id(),
                        device.journal(),
                        device.tillNumber(),
                        key.publicKey(),
                        key.validFrom(),
                        key.validUntil(),
                        kid)
                .encode();
    }

    /** The server's keys that tablets may believe. */
    List<ServerPin> pins() {
        return server.pinned().entrySet().stream()
                .map(one -> new ServerPin(one.getKey(), Bytes.of(one.getValue())))
                .toList();
    }

    Bytes signed(Bytes message) {
        return signed(message.toArray());
    }

    private Bytes signed(byte[] message) {
        return Bytes.of(server.sign(message));
    }
}
