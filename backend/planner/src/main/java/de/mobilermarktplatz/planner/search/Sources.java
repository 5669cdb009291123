package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.problem.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where goods come from and how many: one entry per producer node or {@link Model#DEPOT}, in rising
 * order. The arrays are shared with the search and never written after construction.
 */
final class Sources {
    private final int[] node;
    private final int[][] amount;
    private final int[] crates;
    private final int[] total;

    Sources(List<Goods> goods, Map<String, Integer> nodeOf, int[] dimensions) {
        var bySource = new TreeMap<Integer, List<Goods>>();
        for (Goods item : goods) {
            int source =
                    item.fromDepot()
                            ? Model.DEPOT
                            : nodeOf.getOrDefault(item.source(), Model.DEPOT);
            bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(item);
        }
        int size = bySource.size();
        node = new int[size];
        amount = new int[size][dimensions.length];
        crates = new int[size];
        total = new int[dimensions.length];
        int k = 0;
        for (var entry : bySource.entrySet()) {
            node[k] = entry.getKey();
            for (Goods item : entry.getValue()) {
                crates[k] += item.load().crates();
                for (int d = 0; d < dimensions.length; d++) {
                    amount[k][d] += item.load().amount(dimensions[d]);
                    total[d] += item.load().amount(dimensions[d]);
                }
            }
            k++;
        }
    }

    int count() {
        return node.length;
    }

    /** The producer nodes, or {@link Model#DEPOT}. */
    int[] node() {
        return node;
    }

    /** Per entry, the amount in each used dimension. */
    int[][] amount() {
        return amount;
    }

    /** Per entry, crates of all classes. */
    int[] crates() {
        return crates;
    }

    /** Over all entries, the amount in each used dimension. */
    int[] total() {
        return total;
    }

    boolean onlyDepot() {
        return node.length == 0 || (node.length == 1 && node[0] == Model.DEPOT);
    }
}
