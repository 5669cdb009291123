package de.mobilermarktplatz.simulation;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderChange;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequest.State;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.db.SimOrders;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People call and want their orders changed; whoever has the goods decides. */
final class SimDesk {
    private static final int PAUSE_MILLIS = 12 * 60_000;

    private final World world;
    private final SimDb db;
    private final int tours;
    private long asked;

    SimDesk(World world, SimDb db, int tours) {
        this.world = world;
        this.db = db;
        this.tours = tours;
    }

    void start() {
        world.scheduler.in(
                world.dice.below(Stream.DESK, PAUSE_MILLIS),
                () -> {
                    if (!world.dice.isCalm()) {
                        somebodyCalls();
                        start();
                    }
                });
    }

    private void somebodyCalls() {
        int tour = 1 + world.dice.below(Stream.DESK, tours);
        int number = 1 + world.dice.below(Stream.DESK, Goods.ORDERS);
        var id = Goods.order(tour, number);
        var change = change(number);
        var order = db.tables().orders.get(id);
        boolean over = order.lines.values().stream().allMatch(LineState::isFinal);
        if (over || db.tables().tours.get(Goods.tour(tour)).closed) {
            return;
        }
        if (!db.tables().custody.containsKey(Goods.tour(tour))) {
            if (change.kind() != OrderChange.Kind.INCREASE) {
                world.dice.reached(Sometimes.ORDER_CHANGED_AT_ONCE);
                world.say(() -> "the desk changes " + id + ": " + change);
                db.commit(tables -> tables.did(all -> atOnce(all, id, change)));
            }
        } else if (db.tables().requests.values().stream()
                .noneMatch(one -> one.order().equals(id) && one.state() == State.OPEN)) {
            ask(Goods.tour(tour), id, change);
        }
    }

    private static void atOnce(Tables tables, OrderId id, OrderChange change) {
        SimOrders.agreed(tables, id, change, change.wanted());
    }

    private OrderChange change(int number) {
        boolean mayGrow = !Goods.paidOnline(number);
        return switch (world.dice.below(Stream.DESK, mayGrow ? 3 : 2)) {
            case 0 -> OrderChange.cancel();
            case 1 -> new OrderChange(OrderChange.Kind.DECREASE, Map.of(1, 1L));
            default -> new OrderChange(OrderChange.Kind.INCREASE, Map.of(1, 5L));
        };
    }

    private void ask(TourId tour, OrderId order, OrderChange change) {
        var now = Instant.ofEpochMilli(world.now());
        var id = new FactId(new UUID(12, ++asked));
        var request =
                new OrderRequest(id, order, tour, change, State.OPEN, "Leitstelle", now, null);
        world.dice.reached(Sometimes.WISH_ASKED);
        world.say(() -> "the desk asks the van for " + change + " of " + order);
        db.commit(tables -> tables.did(all -> all.requests.put(id, request)));
    }

    /** What became of the wishes. */
    void note() {
        var requests = List.copyOf(db.tables().requests.values());
        if (requests.size() < asked) {
            world.dice.reached(Sometimes.WISH_FORGOTTEN_BY_THE_SERVER);
        }
        for (var request : requests) {
            switch (request.state()) {
                case DONE -> world.dice.reached(Sometimes.WISH_DONE);
                case TOO_LATE -> world.dice.reached(Sometimes.WISH_TOO_LATE);
                case NOT_POSSIBLE -> world.dice.reached(Sometimes.WISH_NOT_POSSIBLE);
                case OPEN -> {}
            }
        }
    }
}
