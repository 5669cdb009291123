package de.mobilermarktplatz.testing;

import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Hears {@link Happened} and writes down what it heard; can be told to fail for a while. */
public class Listener implements FactHandler<Happened> {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public Class<Happened> type() {
        return Happened.class;
    }

    @Override
    public String name() {
        return "testing.listener";
    }

    @Override
    public Mono<Void> handle(Happened fact) {
        return Mono.fromRunnable(
                () -> {
                    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("told to fail");
                    }
                    heard.add(fact.what());
                });
    }

    public void failsTimes(int times) {
        failures.set(times);
    }

    public List<String> heard() {
        return heard;
    }
}
