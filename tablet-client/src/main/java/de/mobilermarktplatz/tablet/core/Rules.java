package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.AbortReason;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import java.util.Optional;

/** Which rule answers which command. */
public final class Rules {
    private Rules() {}

    /**
     * @param original of a {@link Command.Void}: the receipt it names, empty if there is none
     */
    public static Decision decide(Aboard aboard, Command command, Optional<JournalEntry> original) {
        return switch (command) {
            case Command.Load load -> Goods.load(aboard, load.code());
            case Command.LoadLoose _ -> Goods.loadLoose(aboard);
            case Command.Shrink shrink -> Goods.shrink(aboard, shrink);
            case Command.Unload unload -> Goods.unload(aboard, unload.counted());
            case Command.Arrive arrive -> Driving.arrive(aboard, arrive.place());
            case Command.Leave _ -> Driving.leave(aboard);
            case Command.HandOver handOver -> HandingOver.handOver(aboard, handOver);
            case Command.Refuse refuse -> HandingOver.refuse(aboard, refuse);
            case Command.Pay pay -> Selling.pay(aboard, pay);
            case Command.PayOnAccount pay -> OnAccount.pay(aboard, pay);
            case Command.Abort _ -> Selling.abort(aboard, AbortReason.DRIVER);
            case Command.Void counter ->
                    Voiding.decide(aboard, counter.receiptNo(), counter.reason(), original);
            case Command.MoveCash move -> CashUp.move(aboard, move);
            case Command.Count count -> CashUp.count(count);
            case Command.Close _ -> CashUp.close(aboard);
            case Command.Scan _, Command.BottlesBack _ ->
                    throw new IllegalArgumentException(
                            "A scan changes the basket, not the journal: " + command);
        };
    }

    /** What an open basket found at the start becomes. */
    public static Decision afterCrash(Aboard aboard) {
        return Selling.abort(aboard, AbortReason.CRASH);
    }
}
