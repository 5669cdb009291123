package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.kernel.id.JournalId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A database that is the fold of its commits. A backup is a number of commits; going back to it is
 * folding so many. Rows that a transaction locks first make others wait, in order.
 */
public final class SimDb {
    private final List<Consumer<Tables>> commits = new ArrayList<>();
    private final Map<JournalId, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private Tables tables = new Tables();
    private int backup;
    private boolean wentBack;
    private long version;

    public Tables tables() {
        return tables;
    }

    /** All or nothing: a change that throws leaves no trace. */
    public void commit(Consumer<Tables> change) {
        version++;
        try {
            change.accept(tables);
        } catch (RuntimeException refused) {
            tables = new Tables();
            commits.forEach(before -> before.accept(tables));
            throw refused;
        }
        commits.add(change);
    }

    /** Another one whenever something may be another way than before. */
    long version() {
        return version;
    }

    public int commits() {
        return commits.size();
    }

    /** A copy that was read back; the durable marks of all journals follow it. */
    public void backUp() {
        commit(all -> all.journals.values().forEach(journal -> journal.durable = journal.acked));
        backup = commits.size();
    }

    public int sinceBackup() {
        return commits.size() - backup;
    }

    /** Back to the last backup. */
    public void restore() {
        forget(commits.size() - backup);
    }

    /** Whether it ever did so. */
    public boolean wentBack() {
        return wentBack;
    }

    /** The last commits never reached the standby. */
    public void forget(int last) {
        wentBack = true;
        version++;
        var kept = List.copyOf(commits.subList(0, Math.max(backup, commits.size() - last)));
        commits.clear();
        tables = new Tables();
        kept.forEach(this::commit);
    }

    /** Runs when the journal's row is free; must be followed by {@link #unlock}. */
    public void lock(JournalId journal, Runnable then) {
        var queue = waiting.get(journal);
        if (queue == null) {
            waiting.put(journal, new ArrayDeque<>());
            then.run();
        } else {
            queue.add(then);
        }
    }

    public void unlock(JournalId journal) {
        var queue = waiting.get(journal);
        if (queue == null) {
            return;
        }
        var next = queue.poll();
        if (next == null) {
            waiting.remove(journal);
        } else {
            next.run();
        }
    }

    /** All connections are gone; whoever waited waits no longer. */
    public void dropConnections() {
        waiting.clear();
    }
}
