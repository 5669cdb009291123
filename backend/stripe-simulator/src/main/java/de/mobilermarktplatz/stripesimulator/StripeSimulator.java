package de.mobilermarktplatz.stripesimulator;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A running simulator. Two of them never share a state file. */
public final class StripeSimulator implements AutoCloseable {

    private final Accounts accounts;
    private final Webhooks webhooks;
    private final Sweep sweep;
    private final HttpFront front;

    private StripeSimulator(Config config) throws IOException {
        var time = new Time(config.clock());
        accounts = new Accounts(config);
        webhooks = new Webhooks(config, time, accounts);
        sweep = new Sweep(config, time, accounts, webhooks);
        front =
                new HttpFront(
                        config.port(),
                        accounts,
                        new Api(config, time, accounts, webhooks, sweep),
                        new Control(time, accounts, webhooks, sweep),
                        new PaymentPage(config, time, accounts, webhooks, sweep));
    }

    /**
     * Replays the state file, opens the port and sends the webhooks nobody took before the last
     * end.
     *
     * @throws UncheckedIOException when the port is taken or the state file cannot be used
     */
    public static StripeSimulator start(Config config) {
        // The JDK's server writes head and body apart; without this each answer waits 40 ms for the
        // client's ACK.
        var _ = System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var simulator = new StripeSimulator(config);
            simulator.front.start();
            simulator.sweep.start();
            simulator.resume();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Stripe simulator cannot open port "
                            + config.port()
                            + ". Maybe another one runs already?",
                    e);
        }
    }

    private void resume() {
        for (var name : accounts.names()) {
            accounts.run(
                    name,
                    account ->
                            webhooks.undelivered(account)
                                    .forEach(
                                            event ->
                                                    webhooks.resume(name, Json.text(event, "id"))));
        }
    }

    /** What {@code setApiBase} takes: {@code http://127.0.0.1:port}. */
    public String baseUrl() {
        return front.baseUrl();
    }

    @Override
    public void close() {
        front.close();
        sweep.close();
        webhooks.close();
        accounts.close();
    }
}
