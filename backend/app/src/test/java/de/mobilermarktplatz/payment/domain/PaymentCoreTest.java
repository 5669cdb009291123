package de.mobilermarktplatz.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The core over a provider whose answers get lost, whose keys expire, whose webhooks are late. */
class PaymentCoreTest {

    @Test
    void everyOrderIsTakenOnceAndBalancedWhateverGotLost() {
        stories(0, 300);
    }

    /** Ways of one order in twenty thousand were found by numbers like these. */
    @Test
    @Tag("proof")
    void soAreTwentyThousandMore() {
        stories(300, 20_300);
    }

    private static void stories(long from, long to) {
        for (long seed = from; seed < to; seed++) {
            try {
                story(seed);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    private static void story(long seed) {
        RandomGenerator random = new Random(seed);
        PaymentWorld world = new PaymentWorld(random, random.nextBoolean());
        world.lost = random.nextInt(3) * 25;
        if (random.nextInt(8) == 0) {
            world.stripe.card =
                    random.nextBoolean()
                            ? SimulatedStripe.Card.DECLINED
                            : SimulatedStripe.Card.WANTS_CUSTOMER;
        }
        for (int i = random.nextInt(40); i > 0; i--) {
            world.work(pause(random));
            happens(world, random);
        }
        if (!world.order.ended() && !world.order.done()) {
            world.orderIs(false, true, PaymentWorld.TOTAL.cents());
        }
        world.lost = 0;
        for (int i = 0; i < 2_000 && (i < 20 || !world.isQuiet()); i++) {
            world.work(Duration.ofMinutes(11));
        }
        check(world);
    }

    private static Duration pause(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofSeconds(random.nextInt(120));
            case 1 -> Duration.ofMinutes(random.nextInt(120));
            case 2 -> Duration.ofHours(random.nextInt(12));
            default -> Duration.ofHours(random.nextInt(30));
        };
    }

    /** What the van and the office tell, twice now and then. */
    private static void happens(PaymentWorld world, RandomGenerator random) {
        UUID operation = new UUID(7, random.nextInt(3));
        long atLeast = world.order.done() ? world.order.total().cents() : 0;
        switch (random.nextInt(12)) {
            case 0 -> world.orderIs(false, true, Math.max(atLeast, 100 + random.nextInt(2_366)));
            case 1 -> world.orderIs(false, true, atLeast);
            case 2 -> world.orderIs(false, true, PaymentWorld.TOTAL.cents());
            case 3 -> {
                if (!world.order.done() && random.nextInt(4) == 0) {
                    world.orderIs(true, true, 0);
                }
            }
            case 4 -> world.cash(operation, 300);
            case 5 -> world.grant(new UUID(8, random.nextInt(2)), 200);
            default -> {}
        }
    }

    private static void check(PaymentWorld world) {
        assertThat(world.isQuiet()).as("everything drains").isTrue();
        for (Payment payment : world.payments.values()) {
            List<SimulatedStripe.Intent> taken =
                    world.stripe.intents.values().stream()
                            .filter(one -> one.payment.equals(payment.id().toString()))
                            .filter(one -> one.received.isPositive())
                            .toList();
            assertThat(taken).as("I7: charges of " + payment.id()).hasSizeLessThanOrEqualTo(1);
            Money received = taken.isEmpty() ? Money.ZERO : taken.getFirst().received;
            Money refunded = taken.isEmpty() ? Money.ZERO : taken.getFirst().refunded;
            assertThat(payment.captured()).as("the books say what was taken").isEqualTo(received);
            assertThat(payment.refunded()).as("I8 in the books").isEqualTo(refunded);
            assertThat(received).as("I7").isLessThanOrEqualTo(payment.authorised());
            assertThat(refunded).as("I8").isLessThanOrEqualTo(received);
        }
        assertThat(booked(world, "AUTHORISED"))
                .isEqualTo(booked(world, "CAPTURED").plus(booked(world, "RELEASED")));
        assertThat(
                        world.stripe.intents.values().stream()
                                .filter(one -> one.status == Seen.IntentStatus.HELD))
                .as("nothing stays held")
                .isEmpty();
        balanced(world);
    }

    private static void balanced(PaymentWorld world) {
        Money net = Money.ZERO;
        for (SimulatedStripe.Intent one : world.stripe.intents.values()) {
            net = net.plus(one.received).minus(one.refunded);
        }
        assertThat(net).isEqualTo(booked(world, "CAPTURED").minus(booked(world, "REFUNDED")));
        if (world.order.ended()) {
            assertThat(net).as("an order that ended costs nothing").isEqualTo(Money.ZERO);
        } else if (world.order.byCard() && world.cases.isEmpty() && !world.granted().isPositive()) {
            Money owed = world.order.total().minus(world.cashTaken()).max(Money.ZERO);
            assertThat(net).as("what was delivered, less what was paid on board").isEqualTo(owed);
        }
    }

    private static Money booked(PaymentWorld world, String kind) {
        return Money.sum(
                world.ledger.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(kind + " "))
                        .map(Map.Entry::getValue)
                        .toList());
    }
}
