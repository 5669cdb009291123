package de.mobilermarktplatz.tablet.sync;

import static de.mobilermarktplatz.tablet.sync.ServerConnection.ANSWER_WITHIN;
import static de.mobilermarktplatz.tablet.sync.ServerConnection.TOUR_WITHIN;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.tour.TourList;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.tablet.machine.Network;
import de.mobilermarktplatz.tablet.machine.Request;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The enrolled tablet's line to its backend: what the machine sends, and tours down when the driver
 * asks.
 */
public final class Sync implements Network, AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int UPGRADE_REQUIRED = 426;

    private final EnrolmentReply reply;
    private final ServerConnection server;
    private final BooleanSupplier contact;
    private final Consumer<Boolean> tooOld;
    private final Duration longest;

    /**
     * @param serverTime best guess of the server's clock
     * @param contact makes one exchange with the server, which brings its time
     * @param tooOld told whether the server has no more tours for a program this old
     */
    public Sync(
            Enrolment enrolment,
            Supplier<Instant> serverTime,
            BooleanSupplier contact,
            Consumer<Boolean> tooOld) {
        this(enrolment, serverTime, contact, tooOld, LONGEST);
    }

    Sync(
            Enrolment enrolment,
            Supplier<Instant> serverTime,
            BooleanSupplier contact,
            Consumer<Boolean> tooOld,
            Duration longest) {
        this.reply = enrolment.reply();
        this.server =
                new ServerConnection(
                        enrolment.server(), serverTime, enrolment.device(), enrolment.key());
        this.contact = contact;
        this.tooOld = tooOld;
        this.longest = longest;
    }

    /** Up to three exchanges, which share one deadline. */
    @Override
    public ServerAnswer send(Request request) {
        long end = System.nanoTime() + longest.toNanos();
        var answer = sent(request, left(end));
        return isUnauthorized(answer) && introduced(left(end)) ? sent(request, left(end)) : answer;
    }

    private static Duration left(long end) {
        var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return left.compareTo(ANSWER_WITHIN) < 0 ? left : ANSWER_WITHIN;
    }

    private ServerAnswer sent(Request request, Duration within) {
        return request.method().equals("GET")
                ? server.get(request.path(), within)
                : server.post(request.path(), request.body().toArray(), within);
    }

    /**
     * A server that was restored from a backup older than this tablet does not know it; the
     * certificate that it signed itself reminds it, so nobody has to enrol anew.
     */
    private boolean introduced(Duration within) {
        var request =
                new AdoptionRequest(
                        reply.certificate(),
                        reply.certificateSignature(),
                        "Tablet " + reply.tillNumber(),
                        null,
                        null);
        return server.post("/adoptions", request.encode(), within) instanceof ServerAnswer.Fine;
    }

    private static boolean isUnauthorized(ServerAnswer answer) {
        return answer instanceof ServerAnswer.Refused refused && refused.status() == UNAUTHORIZED;
    }

    /** What was asked for, or a German sentence why not. */
    public record Fetched<T>(@Nullable T value, String sentence) {}

    public Fetched<TourList> tours() {
        return fetched(asked(() -> server.get("/tours", ANSWER_WITHIN)), TourList::decode);
    }

    /** Takes the lease of a tour and fetches it; nothing is stored yet. */
    public Fetched<Bytes> take(TourId tour) {
        var leased =
                asked(() -> server.post("/tours/" + tour + "/lease", new byte[0], ANSWER_WITHIN));
        if (!(leased instanceof ServerAnswer.Fine)) {
            return fetched(leased, Bytes::of);
        }
        return fetched(
                asked(() -> server.get("/tours/" + tour + "/snapshot", TOUR_WITHIN)),
                body -> {
                    // Read once before it is kept: a damaged tour must not replace a good one.
                    var read = TourSnapshot.decode(body);
                    if (!read.tour().equals(tour)) {
                        throw new WireException("asked for " + tour + " but got " + read.tour());
                    }
                    return Bytes.of(body);
                });
    }

    /** A clock that is off is refused; an upload works at any time and brings the right one. */
    private ServerAnswer asked(Supplier<ServerAnswer> question) {
        var answer = question.get();
        if (isUnauthorized(answer)) {
            var _ = contact.getAsBoolean();
            answer = question.get();
        }
        if (!(answer instanceof ServerAnswer.Unreachable)) {
            tooOld.accept(
                    answer instanceof ServerAnswer.Refused refused
                            && refused.status() == UPGRADE_REQUIRED);
        }
        return answer;
    }

    private interface Reading<T> {
        T of(byte[] body);
    }

    private static <T> Fetched<T> fetched(ServerAnswer answer, Reading<T> reading) {
        return switch (answer) {
            case ServerAnswer.Unreachable none ->
                    new Fetched<>(null, "Der Server ist nicht erreichbar (" + none.why() + ").");
            case ServerAnswer.Refused refused ->
                    new Fetched<>(null, refused.problem().words(refused.status()));
            case ServerAnswer.Fine fine -> {
                try {
                    yield new Fetched<>(reading.of(fine.body()), "");
                } catch (WireException damaged) {
                    yield new Fetched<>(null, "Die Antwort des Servers ist nicht lesbar.");
                }
            }
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
