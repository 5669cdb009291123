package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.CountKind;
import de.mobilermarktplatz.contract.journal.Denomination;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.contract.journal.ShrinkageReason;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.machine.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Driver and customers of one van. */
public final class People {
    private final World world;
    private final SimTablet tablet;

    public People(World world, SimTablet tablet) {
        this.world = world;
        this.tablet = tablet;
    }

    /** Takes the tour along; needs it only once. */
    public void takeTour(long generation) {
        tablet.want(new Wish.TakeTour(Goods.snapshot(tablet.identity.tour(), generation)));
    }

    /** One thing that happens at a van. */
    public void act() {
        int what = below(100);
        if (what < 34) {
            sell();
        } else if (what < 40) {
            tablet.want(new Command.Scan(code(), 1 + below(3)));
        } else if (what < 44) {
            tablet.want(new Command.Pay(Money.euros(200, 0), null));
        } else if (what < 56) {
            handOver();
        } else if (what < 60) {
            tablet.want(new Command.Refuse(spoken(), RefusalReason.CHANGED_MIND));
        } else if (what < 66) {
            voidReceipt();
        } else if (what < 74) {
            load();
        } else if (what < 78) {
            tablet.want(new Command.Arrive(Integer.toString(1 + below(3))));
        } else if (what < 81) {
            tablet.want(new Command.Leave());
        } else if (what < 85) {
            tablet.want(
                    new Command.MoveCash(CashMovementKind.PAY_IN, Money.cents(100L + below(5000))));
        } else if (what < 88) {
            tablet.want(new Command.Shrink(code(), 1 + below(2), ShrinkageReason.BROKEN));
        } else if (what < 91) {
            tablet.want(new Wish.Bottles(new Command.BottlesBack("1", 1 + below(4))));
        } else if (what < 95) {
            close();
        } else if (what < 97) {
            tablet.want(new Command.Unload(Map.of(code(), (long) below(10))));
        } else {
            tablet.want(new Command.Abort());
        }
    }

    private void sell() {
        var lines = new ArrayList<Command>();
        for (int i = 0; i <= below(3); i++) {
            lines.add(new Command.Scan(code(), 1 + below(4)));
        }
        tablet.want(new Wish.Sell(lines, Money.euros(200, 0), null));
    }

    private void handOver() {
        int number = 1 + below(Goods.ORDERS);
        boolean paid = Goods.paidOnline(number);
        Set<Integer> refused = below(4) == 0 ? Set.of(2) : Set.of();
        tablet.want(
                new Command.HandOver(
                        new Command.Proof.Spoken(
                                Goods.spoken(tablet.identity.tour(), number).value()),
                        refused,
                        RefusalReason.DAMAGED,
                        paid ? null : Money.euros(50, 0),
                        null));
    }

    private Command.Proof spoken() {
        return new Command.Proof.Spoken(
                Goods.spoken(tablet.identity.tour(), 1 + below(Goods.ORDERS)).value());
    }

    private void voidReceipt() {
        if (!tablet.isRunning() || tablet.memory().books() == null) {
            return;
        }
        long last = tablet.memory().open().state().count(Counter.RECEIPTS);
        if (last > 0) {
            tablet.want(new Command.Void(1 + below((int) last), VoidReason.MISTAKE));
        }
    }

    private void load() {
        switch (below(3)) {
            case 0 -> tablet.want(new Command.Load("all"));
            case 1 -> tablet.want(new Command.LoadLoose());
            default ->
                    tablet.want(
                            new Command.Load(
                                    Goods.crateCode(
                                            tablet.identity.tour(), 1 + below(Goods.ORDERS))));
        }
    }

    private void close() {
        tablet.want(
                new Command.Count(CountKind.CLOSING, List.of(new Denomination(1000, below(30)))));
        tablet.want(new Command.Close());
    }

    private String code() {
        return Goods.CODES.get(below(Goods.CODES.size()));
    }

    private int below(int bound) {
        return world.dice.below(Stream.PEOPLE, bound);
    }
}
