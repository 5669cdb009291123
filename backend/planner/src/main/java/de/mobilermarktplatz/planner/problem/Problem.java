package de.mobilermarktplatz.planner.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One day to plan. Immutable; ids are unique within their kind and every place is one of the travel
 * matrix.
 *
 * @param vansFirst whether fewer vans come before lower costs
 * @param lateStockCents cost of each call reached before goods of the van's own stock are aboard
 */
public record Problem(
        Travel travel,
        List<Van> vans,
        List<Producer> producers,
        List<Call> calls,
        WorkRules rules,
        boolean vansFirst,
        int lateStockCents) {

    public Problem {
        vans = List.copyOf(vans);
        producers = List.copyOf(producers);
        calls = List.copyOf(calls);
        var knownVans = unique("van", vans.stream().map(Van::id).toList());
        var knownProducers = unique("producer", producers.stream().map(Producer::id).toList());
        var _ = unique("call", calls.stream().map(Call::id).toList());
        vans.forEach(
                van -> {
                    place("van " + van.id(), van.startPlace(), travel);
                    place("van " + van.id(), van.endPlace(), travel);
                    sources("van " + van.id(), van.stock(), knownProducers);
                });
        producers.forEach(producer -> place("producer " + producer.id(), producer.place(), travel));
        calls.forEach(
                call -> {
                    place("call " + call.id(), call.place(), travel);
                    sources("call " + call.id(), call.goods(), knownProducers);
                    if (!call.fixedVan().isEmpty() && !knownVans.containsKey(call.fixedVan())) {
                        throw new IllegalArgumentException(
                                "Call %s is fixed to van %s, which does not exist"
                                        .formatted(call.id(), call.fixedVan()));
                    }
                });
    }

    public static Builder builder(Travel travel) {
        return new Builder(travel);
    }

    private static Map<String, Integer> unique(String kind, List<String> ids) {
        var index = new HashMap<String, Integer>();
        for (int i = 0; i < ids.size(); i++) {
            if (index.put(ids.get(i), i) != null) {
                throw new IllegalArgumentException(
                        "Two of kind %s are named %s".formatted(kind, ids.get(i)));
            }
        }
        return index;
    }

    private static void place(String who, int place, Travel travel) {
        if (place < 0 || place >= travel.places()) {
            throw new IllegalArgumentException(
                    "%s is at place %d; the travel matrix has %d"
                            .formatted(who, place, travel.places()));
        }
    }

    private static void sources(String who, List<Goods> goods, Map<String, Integer> producers) {
        for (Goods item : goods) {
            if (!item.fromDepot() && !producers.containsKey(item.source())) {
                throw new IllegalArgumentException(
                        "%s needs goods of producer %s, who does not exist"
                                .formatted(who, item.source()));
            }
        }
    }

    /** Collects a problem piece by piece; not for use by several threads. */
    public static final class Builder {
        private final Travel travel;
        private final List<Van> vans = new ArrayList<>();
        private final List<Producer> producers = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();
        private WorkRules rules = WorkRules.ARBZG;
        private boolean vansFirst = true;
        private int lateStockCents = 500;

        private Builder(Travel travel) {
            this.travel = travel;
        }

        public void add(Van van) {
            vans.add(van);
        }

        public void add(Producer producer) {
            producers.add(producer);
        }

        public void add(Call call) {
            calls.add(call);
        }

        /** {@link WorkRules#ARBZG} unless told otherwise. */
        public void rules(WorkRules workRules) {
            rules = workRules;
        }

        /** Fewer vans come before lower costs unless told otherwise. */
        public void vansFirst(boolean first) {
            vansFirst = first;
        }

        public void lateStockCents(int cents) {
            lateStockCents = cents;
        }

        /**
         * Throws {@link IllegalArgumentException} naming the first thing that does not fit
         * together.
         */
        public Problem build() {
            return new Problem(travel, vans, producers, calls, rules, vansFirst, lateStockCents);
        }
    }
}
