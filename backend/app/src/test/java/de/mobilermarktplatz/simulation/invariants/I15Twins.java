package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.simulation.Simulation;
import de.mobilermarktplatz.simulation.mutants.Mutant;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Counts;
import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.simulation.world.Swarm;
import de.mobilermarktplatz.simulation.world.Trace;
import de.mobilermarktplatz.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Two runs of one seed that differ in nothing but the tablets' clocks, which jump by days in one of
 * them: who asked for what was answered the same, and every order, receipt and total is the same.
 */
public final class I15Twins {
    private static final int OFTEN = 500;

    private I15Twins() {}

    /**
     * @return how often a clock jumped
     * @throws Broken when the runs differ
     */
    public static long check(long seed, Set<Mutant> bugs) {
        var counts = new Counts();
        var jumping = lines(run(world(seed, counts, bugs)));
        var standing = lines(run(world(seed, new Counts(), bugs).withTrueClocks()));
        for (int i = 0; i < Math.min(jumping.size(), standing.size()); i++) {
            Broken.unless(
                    jumping.get(i).equals(standing.get(i)),
                    "I15",
                    "clocks make of \"" + standing.get(i) + "\": " + jumping.get(i));
        }
        Broken.unless(jumping.size() == standing.size(), "I15", "clocks make more or less of it");
        return counts.of(Fault.CLOCK_FORWARD) + counts.of(Fault.CLOCK_BACK);
    }

    /** Nothing else breaks, so that nothing else can be the cause. */
    private static World world(long seed, Counts counts, Set<Mutant> bugs) {
        var swarm = Swarm.calm().with(Fault.CLOCK_FORWARD, OFTEN).with(Fault.CLOCK_BACK, OFTEN);
        var dice = new Dice(seed, counts, swarm);
        return new World(dice, new Trace(false), Signing.fast(), bugs).withBatchesByNumber();
    }

    private static List<SimTablet> run(World world) {
        var simulation = new Simulation(world);
        simulation.run();
        return simulation.fleet().tablets();
    }

    private static List<String> lines(List<SimTablet> tablets) {
        var lines = new ArrayList<String>();
        for (var tablet : tablets) {
            lines.addAll(tablet.shown.said());
            for (var row : tablet.disk.everything()) {
                if (EntryCodec.decode(row.entry().toArray()) instanceof JournalEntry entry) {
                    lines.add(entry.seq() + " " + withoutTimes(entry.body()));
                }
            }
        }
        return lines;
    }

    private static String withoutTimes(EntryBody body) {
        var kind = body.getClass().getSimpleName();
        return switch (body) {
            case ReceiptBody receipt ->
                    "%s %d %s %s %s"
                            .formatted(
                                    kind,
                                    receipt.receiptNo(),
                                    receipt.lines(),
                                    receipt.taxes(),
                                    receipt.payments());
            case CashMovement cash -> kind + " " + cash.receiptNo() + " " + cash.amount();
            case Closing closing -> kind + " " + closing.zNumber() + " " + closing.countedCash();
            case Handover handover -> kind + " " + handover.order() + " " + handover.lines();
            case Refused refused -> kind + " " + refused.order() + " " + refused.lines();
            case RequestVerdict verdict -> kind + " " + verdict.verdict() + " " + verdict.lines();
            default -> kind;
        };
    }
}
