package de.mobilermarktplatz.stripesimulator;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens by itself: open sessions expire, authorisations that nobody captured in time are
 * released.
 */
final class Sweep implements AutoCloseable {

    private final Config config;
    private final Time time;
    private final Accounts accounts;
    private final Webhooks webhooks;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("stripe-sweep").factory());

    Sweep(Config config, Time time, Accounts accounts, Webhooks webhooks) {
        this.config = config;
        this.time = time;
        this.accounts = accounts;
        this.webhooks = webhooks;
    }

    void start() {
        var _ = ticker.scheduleWithFixedDelay(this::run, 1, 1, TimeUnit.SECONDS);
    }

    void run() {
        for (var name : accounts.names()) {
            accounts.run(name, this::sweep);
        }
    }

    /** The lock is held by the caller. */
    void sweep(Account account) {
        var tx = new Tx(account, time.instant(), config.apiVersion(), null, null);
        account.newestFirst("checkout.session", session -> isOverdue(session, tx.seconds()))
                .forEach(session -> CheckoutSessions.expire(tx, session));
        account.newestFirst("payment_intent", intent -> isLapsed(account, intent, tx.seconds()))
                .forEach(intent -> PaymentIntents.cancel(tx, tx.put(intent), "automatic"));
        accounts.commit(account, tx, null, null);
        webhooks.deliver(account, tx.events());
    }

    private static boolean isOverdue(ObjectNode session, long now) {
        return Json.text(session, "status").equals("open")
                && Json.number(session, "expires_at") <= now;
    }

    private static boolean isLapsed(Account account, ObjectNode intent, long now) {
        if (!Json.text(intent, "status").equals("requires_capture")) {
            return false;
        }
        @Nullable ObjectNode charge = account.find(Json.text(intent, "latest_charge"));
        return charge != null
                && charge.path("payment_method_details")
                                .path("card")
                                .path("capture_before")
                                .asLong(Long.MAX_VALUE)
                        <= now;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
