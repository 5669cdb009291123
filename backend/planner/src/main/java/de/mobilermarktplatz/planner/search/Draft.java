package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of nodes for one van under judgement, with everything the rules work out about it.
 * Reused.
 */
final class Draft {
    int van;
    int length;
    final int[] node;

    /** Filled by {@link Loading}: seconds of service at each position. */
    final int[] service;

    /**
     * Filled by {@link Timetable}. Departure is when the van drives on, after a break taken there.
     */
    final int[] arrival;

    final int[] start;
    final int[] departure;
    final int[] breakStart;
    final int[] breakSeconds;
    int breaks;
    int leaving;
    int returning;

    /** The first rule that does not hold, or null if all do. */
    @Nullable Reason broken;

    Draft(Model model) {
        int room = model.nodes + 2;
        node = new int[room];
        service = new int[room];
        arrival = new int[room];
        start = new int[room];
        departure = new int[room];
        breakStart = new int[2 * room];
        breakSeconds = new int[2 * room];
    }

    void copyFrom(int vanIndex, int[] nodes, int size) {
        van = vanIndex;
        length = size;
        System.arraycopy(nodes, 0, node, 0, size);
    }

    void insert(int position, int newNode) {
        System.arraycopy(node, position, node, position + 1, length - position);
        node[position] = newNode;
        length++;
    }

    void removeAt(int position) {
        System.arraycopy(node, position + 1, node, position, length - position - 1);
        length--;
    }

    void addBreak(int from, int seconds) {
        breakStart[breaks] = from;
        breakSeconds[breaks++] = seconds;
    }
}
