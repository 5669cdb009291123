package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.simulation.world.Broken;

/** Cards are charged once and never too much; nobody gets back more than was taken. */
public final class I7I8Money {
    private I7I8Money() {}

    /**
     * @param intents of one payment that hold or took money
     */
    public static void once(String payment, long intents) {
        Broken.unless(intents <= 1, "I7", intents + " intents of " + payment + " hold money");
    }

    public static void within(Money captured, Money authorised) {
        Broken.unless(
                captured.compareTo(authorised) <= 0,
                "I7",
                "captures " + captured + " of " + authorised);
    }

    public static void givenBack(Money refunded, Money captured) {
        Broken.unless(
                refunded.compareTo(captured) <= 0, "I8", "refunds " + refunded + " of " + captured);
    }

    /**
     * @param times so often one wanted refund was paid
     */
    public static void refundedOnce(long times) {
        Broken.unless(times <= 1, "I8", "one wanted refund was paid " + times + " times");
    }

    public static void booked(String payment, Money taken, Money booked) {
        Broken.unless(taken.equals(booked), "I7", payment + " took " + taken + ", not " + booked);
    }

    public static void bookedBack(String payment, Money given, Money booked) {
        Broken.unless(
                given.equals(booked), "I8", payment + " gave back " + given + ", not " + booked);
    }

    /**
     * @param due what was delivered and not paid otherwise
     */
    public static void paid(String payment, Money net, Money due) {
        Broken.unless(net.equals(due), "I7", payment + " paid " + net + " for " + due);
    }
}
