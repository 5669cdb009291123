package de.mobilermarktplatz.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Watches the event loops with the JDK's own flight recorder: sleeping, parking, waiting for a
 * monitor, blocking reads and writes. (BlockHound needs a switch that JDK 26 ignores.)
 */
final class EventLoopWatch {

    private static final Set<String> AT_ONCE =
            Set.of(
                    "jdk.ThreadSleep",
                    "jdk.SocketRead",
                    "jdk.SocketWrite",
                    "jdk.FileRead",
                    "jdk.FileWrite",
                    "jdk.FileForce");

    /** A short wait for a lock that is handed on at once is no stall. */
    private static final Set<String> WHEN_LONG =
            Set.of("jdk.ThreadPark", "jdk.JavaMonitorEnter", "jdk.JavaMonitorWait");

    private static final Collector<CharSequence, ?, String> BY_CALLER = Collectors.joining(" < ");

    /**
     * Reads and writes that never wait: Netty's own channels, and the kernel's random numbers; and
     * the selector's own lock, held by whoever wakes it for one system call, which takes longer
     * only when a machine has no processor to give.
     */
    private static final List<String> NEVER_WAITING =
            List.of(
                    "io.netty.channel.socket.nio.NioSocketChannel.do",
                    "sun.nio.ch.EPollSelectorImpl.clearInterrupt",
                    "sun.security.provider.NativePRNG");

    private EventLoopWatch() {}

    /**
     * What blocked an event loop while the work ran, with the place in our code or the top of the
     * stack.
     */
    static List<String> during(Callable<?> work) throws Exception {
        var file = Files.createTempFile("event-loops", ".jfr");
        try (var recording = new Recording()) {
            AT_ONCE.forEach(
                    event -> recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
            WHEN_LONG.forEach(
                    event ->
                            recording
                                    .enable(event)
                                    .withThreshold(Duration.ofMillis(20))
                                    .withStackTrace());
            recording.start();
            work.call();
            recording.stop();
            recording.dump(file);
            return blocked(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<String> blocked(Path file) throws Exception {
        return RecordingFile.readAllEvents(file).stream()
                .filter(EventLoopWatch::onEventLoop)
                .filter(EventLoopWatch::mayWait)
                .map(EventLoopWatch::describe)
                .distinct()
                .toList();
    }

    private static boolean onEventLoop(RecordedEvent event) {
        var thread = event.getThread();
        var name = thread == null ? null : thread.getJavaName();
        return name != null
                && (name.startsWith("reactor-http-") || name.startsWith("reactor-tcp-"));
    }

    private static String describe(RecordedEvent event) {
        var frames = frames(event);
        var ours =
                frames.filter(frame -> frame.startsWith("de.mobilermarktplatz."))
                        .limit(3)
                        .collect(BY_CALLER);
        var top = ours.isEmpty() ? frames(event).limit(12).collect(BY_CALLER) : ours;
        return event.getEventType().getName() + " at " + top;
    }

    private static boolean mayWait(RecordedEvent event) {
        return frames(event).noneMatch(frame -> NEVER_WAITING.stream().anyMatch(frame::startsWith));
    }

    private static Stream<String> frames(RecordedEvent event) {
        var trace = event.getStackTrace();
        return trace == null
                ? Stream.empty()
                : trace.getFrames().stream().map(EventLoopWatch::text);
    }

    private static String text(RecordedFrame frame) {
        var method = frame.getMethod();
        return method.getType().getName() + "." + method.getName() + ":" + frame.getLineNumber();
    }
}
