package de.mobilermarktplatz.simulation;

import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;

/** What breaks beside single writes and requests. */
final class Trouble {
    private static final int PAUSE_MILLIS = 150_000;
    private static final int HANDS_MILLIS = 8 * 60_000;
    private static final int KEYS_MILLIS = 20 * 60_000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    private final World world;
    private final SimDb db;
    private final SimBackend backend;
    private final Fleet fleet;

    Trouble(World world, SimDb db, SimBackend backend, Fleet fleet) {
        this.world = world;
        this.db = db;
        this.backend = backend;
        this.fleet = fleet;
    }

    void plan() {
        for (var fault :
                new Fault[] {
                    Fault.TABLET_REPLACED,
                    Fault.TABLET_STOLEN,
                    Fault.TABLET_CLONED,
                    Fault.TABLET_DEAD,
                    Fault.THIRTY_DAYS_OFFLINE
                }) {
            if (world.dice.mayHappen(fault) && world.dice.below(Stream.DEVICES, 3) == 0) {
                world.scheduler.in(
                        2 * MINUTE + world.dice.below(Stream.DEVICES, (int) (25 * MINUTE)),
                        () -> once(fault));
            }
        }
        again();
        hands();
        if (world.dice.below(Stream.KEYS, 3) == 0) {
            keys();
        }
    }

    private void keys() {
        world.scheduler.in(
                world.dice.below(Stream.KEYS, KEYS_MILLIS),
                () -> {
                    if (!world.dice.isCalm()) {
                        var all = fleet.tablets();
                        var one = all.get(world.dice.below(Stream.KEYS, all.size()));
                        if (one.mayRoll() && !fleet.isCloned(one.identity.journal())) {
                            one.roll(world.signing.key(world.dice.of(Stream.KEYS)));
                        }
                        keys();
                    }
                });
    }

    private void hands() {
        world.scheduler.in(
                world.dice.below(Stream.HANDS, HANDS_MILLIS),
                () -> {
                    if (!world.dice.isCalm()) {
                        if (world.dice.strikes(Fault.CARD_CHANGED, Stream.HANDS)) {
                            var all = fleet.tablets();
                            all.get(world.dice.below(Stream.HANDS, all.size()))
                                    .changeCard(world.dice.below(Stream.HANDS, 3) == 0);
                        }
                        if (world.dice.below(Stream.HANDS, 3) == 0) {
                            fleet.goOn();
                        }
                        hands();
                    }
                });
    }

    private void once(Fault fault) {
        if (world.dice.isCalm()) {
            return;
        }
        switch (fault) {
            case TABLET_REPLACED -> fleet.replace();
            case TABLET_STOLEN -> fleet.steal();
            case TABLET_CLONED -> fleet.cloneOne();
            case TABLET_DEAD -> fleet.kill();
            default -> thirtyDays();
        }
    }

    private void thirtyDays() {
        world.dice.hit(Fault.THIRTY_DAYS_OFFLINE);
        world.say(() -> "thirty days without a network");
        fleet.tablets().forEach(tablet -> tablet.setOpen(false));
        world.scheduler.pass(31 * DAY);
    }

    private void again() {
        world.scheduler.in(
                world.dice.below(Stream.DEVICES, PAUSE_MILLIS),
                () -> {
                    if (!world.dice.isCalm()) {
                        next();
                        again();
                    }
                });
    }

    private void next() {
        var tablet = one();
        switch (world.dice.below(Stream.DEVICES, 9)) {
            case 0, 1 -> tablet.setOpen(false);
            case 2, 3 -> {
                tablet.setOpen(true);
                tablet.wake();
            }
            case 4 -> jump(tablet);
            case 5 -> db.backUp();
            case 6 -> goBack();
            case 7 -> {
                if (world.dice.mayHappen(Fault.POWER_CUT)) {
                    world.dice.hit(Fault.POWER_CUT);
                    tablet.die(true);
                }
            }
            default -> fleet.tablets().forEach(SimTablet::wake);
        }
    }

    private void jump(SimTablet tablet) {
        long by = MINUTE + world.dice.of(Stream.DEVICES).nextLong(3 * DAY);
        if (world.dice.strikes(Fault.CLOCK_FORWARD)) {
            world.say(() -> tablet.name() + " clock +" + by);
            tablet.clock.jump(by);
        } else if (world.dice.strikes(Fault.CLOCK_BACK)) {
            world.say(() -> tablet.name() + " clock -" + by);
            tablet.clock.jump(-by);
            world.dice.reached(Sometimes.CLOCK_WENT_BACK_BETWEEN_SALES);
        }
    }

    private void goBack() {
        if (world.dice.mayHappen(Fault.RESTORED_FROM_BACKUP) && db.sinceBackup() > 0) {
            world.dice.hit(Fault.RESTORED_FROM_BACKUP);
            world.dice.reached(Sometimes.SERVER_WENT_BACK);
            world.say(() -> "restored: " + db.sinceBackup() + " commits are gone");
            db.restore();
            backend.restart();
        } else if (world.dice.mayHappen(Fault.FAILOVER_LOST_THE_TAIL) && db.sinceBackup() > 0) {
            world.dice.hit(Fault.FAILOVER_LOST_THE_TAIL);
            int last = 1 + world.dice.below(Stream.DB, 3);
            world.say(() -> "failover: the last " + last + " commits are gone");
            db.forget(last);
            backend.restart();
        }
    }

    private SimTablet one() {
        return fleet.tablets().get(world.dice.below(Stream.DEVICES, fleet.tablets().size()));
    }
}
