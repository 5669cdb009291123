package de.mobilermarktplatz.simulation.mutants;

import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.Standing;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.World;
import java.util.List;

/** Planted bugs between the real payment core, its books and the provider. */
public final class PaymentMutants {
    private PaymentMutants() {}

    public static Effect.Call call(World world, Effect.Call call, List<Standing.Refund> refunds) {
        return switch (call) {
            case Effect.CreateIntent create when world.has(Mutant.FRESH_PAYMENT_KEY) ->
                    new Effect.CreateIntent(create.key() + fresh(world));
            case Effect.LookUpRefunds lookUp when world.has(Mutant.KEY_EXPIRY_IGNORED) ->
                    unseen(lookUp, refunds, "");
            case Effect.LookUpRefunds lookUp when world.has(Mutant.FRESH_REFUND_KEY) ->
                    unseen(lookUp, refunds, "" + fresh(world));
            default -> call;
        };
    }

    /** Sends the refund without a look at those that were paid before. */
    private static Effect.Call unseen(
            Effect.LookUpRefunds lookUp, List<Standing.Refund> refunds, String fresh) {
        return refunds.stream()
                .filter(one -> one.id().equals(lookUp.refund()))
                .<Effect.Call>map(
                        one ->
                                new Effect.CreateRefund(
                                        one.id(),
                                        "re:" + one.id() + fresh,
                                        lookUp.intent(),
                                        one.amount()))
                .findFirst()
                .orElse(lookUp);
    }

    public static List<Effect> decided(World world, List<Effect> effects) {
        return world.has(Mutant.SHORT_CASE_NOT_OPENED)
                ? effects.stream().filter(effect -> !isShort(effect)).toList()
                : effects;
    }

    private static boolean isShort(Effect effect) {
        return effect instanceof Effect.OpenCase open && open.kind() == Effect.CaseKind.SHORT;
    }

    private static long fresh(World world) {
        return world.dice.of(Stream.PROVIDER).nextLong();
    }

    public static Event answer(World world, Event answer) {
        return answer instanceof Event.Unknown unknown && world.has(Mutant.UNKNOWN_MEANS_REFUSED)
                ? new Event.Refused(false, unknown.why())
                : answer;
    }
}
