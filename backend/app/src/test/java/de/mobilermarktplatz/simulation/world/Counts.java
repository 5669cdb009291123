package de.mobilermarktplatz.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** How often each fault and each state happened. */
public final class Counts {
    private final long[] faults = new long[Fault.values().length];
    private final long[] states = new long[Sometimes.values().length];

    public void hit(Fault fault) {
        faults[fault.ordinal()]++;
    }

    public void reached(Sometimes state) {
        states[state.ordinal()]++;
    }

    public long of(Fault fault) {
        return faults[fault.ordinal()];
    }

    public long of(Sometimes state) {
        return states[state.ordinal()];
    }

    public void add(Counts other) {
        for (int i = 0; i < faults.length; i++) {
            faults[i] += other.faults[i];
        }
        for (int i = 0; i < states.length; i++) {
            states[i] += other.states[i];
        }
    }

    public long faults() {
        long sum = 0;
        for (long count : faults) {
            sum += count;
        }
        return sum;
    }

    public long kinds() {
        long kinds = 0;
        for (long count : faults) {
            kinds += count > 0 ? 1 : 0;
        }
        return kinds;
    }

    /** Faults and states that never happened. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        for (var fault : Fault.values()) {
            if (of(fault) == 0) {
                missing.add("fault " + fault);
            }
        }
        for (var state : Sometimes.values()) {
            if (of(state) == 0) {
                missing.add("state " + state);
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var fault : Fault.values()) {
            text.append(fault).append(' ').append(of(fault)).append('\n');
        }
        for (var state : Sometimes.values()) {
            text.append(state).append(' ').append(of(state)).append('\n');
        }
        return text.toString();
    }
}
