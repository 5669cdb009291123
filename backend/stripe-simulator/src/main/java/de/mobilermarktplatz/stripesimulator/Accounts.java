package de.mobilermarktplatz.stripesimulator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All accounts, one lock, one file. A stand-in has one writer: that makes every answer easy to
 * trust.
 */
final class Accounts implements AutoCloseable {

    final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<String, Account> accounts = new TreeMap<>();
    private final StateFile file;

    Accounts(Config config) {
        this.file = StateFile.open(config.dataFile(), this::replay);
    }

    /** Runs with the lock held. */
    <T extends @Nullable Object> T locked(String name, Function<Account, T> work) {
        lock.lock();
        try {
            return work.apply(accounts.computeIfAbsent(name, Account::new));
        } finally {
            lock.unlock();
        }
    }

    void run(String name, Consumer<Account> work) {
        lock.lock();
        try {
            work.accept(accounts.computeIfAbsent(name, Account::new));
        } finally {
            lock.unlock();
        }
    }

    List<String> names() {
        lock.lock();
        try {
            return new ArrayList<>(accounts.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Writes first, then lets everyone see it; the lock is held by the caller. */
    void commit(Account account, Tx tx, @Nullable String key, Account.@Nullable Saved saved) {
        if (tx.changed().isEmpty() && saved == null) {
            return;
        }
        var line = Json.object().put("account", account.name);
        var objects = line.putArray("objects");
        tx.changed().forEach(objects::add);
        if (key != null && saved != null) {
            line.set("saved", saved.toJson(key));
        }
        file.append(line);
        account.apply(tx.changed());
        if (key != null && saved != null) {
            account.save(key, saved);
        }
    }

    private void replay(ObjectNode line) {
        var account = accounts.computeIfAbsent(Json.text(line, "account"), Account::new);
        var objects = new ArrayList<ObjectNode>();
        line.path("objects").forEach(object -> objects.add(object.asObject()));
        account.apply(objects);
        if (line.path("saved").isObject()) {
            var saved = line.path("saved").asObject();
            account.save(Json.text(saved, "key"), Account.Saved.of(saved));
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            file.close();
        } finally {
            lock.unlock();
        }
    }
}
