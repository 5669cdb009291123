package de.mobilermarktplatz.sync.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * @param writes to be carried out in one transaction, in this order within a kind
 * @param outcome what the sender is told after the commit
 */
public record Decided(List<Write> writes, Outcome outcome) {

    public Decided {
        writes = List.copyOf(writes);
    }

    Decided and(Write more) {
        List<Write> all = new ArrayList<>(writes);
        all.add(more);
        return new Decided(all, outcome);
    }

    static Decided nothing(Outcome outcome) {
        return new Decided(List.of(), outcome);
    }
}
