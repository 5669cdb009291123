package de.mobilermarktplatz.ordering.domain;

import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import de.mobilermarktplatz.ordering.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be right about a wish before anything is looked up. Each rule is one function; all that
 * fail are told.
 */
public final class OrderRules {
    private OrderRules() {}

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{5,39}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private static final List<Function<PlaceOrder, Optional<Invalid>>> RULES =
            List.of(
                    OrderRules::key,
                    OrderRules::lines,
                    OrderRules::quantities,
                    order -> name(order.customer()),
                    order -> reachable(order.customer()),
                    order -> phone(order.customer()),
                    order -> mail(order.customer()),
                    order -> collector(order.customer()));

    /** All that is wrong, in the order of the form; empty if nothing is. */
    public static List<Invalid> check(PlaceOrder order) {
        return RULES.stream().map(rule -> rule.apply(order)).flatMap(Optional::stream).toList();
    }

    /** The part that concerns the person only, for a form. */
    public static List<Invalid> check(Customer customer) {
        return Stream.of(
                        name(customer),
                        reachable(customer),
                        phone(customer),
                        mail(customer),
                        collector(customer))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Invalid> key(PlaceOrder order) {
        return unless(
                KEY.matcher(order.idempotencyKey()).matches(),
                "Idempotency-Key",
                "Der Schlüssel darf 1 bis 100 Zeichen ohne Leerzeichen haben.");
    }

    private static Optional<Invalid> lines(PlaceOrder order) {
        int lines = order.wishes().size();
        return unless(
                lines >= 1 && lines <= PlaceOrder.MAX_LINES,
                "lines",
                lines == 0
                        ? "Die Bestellung enthält keine Artikel."
                        : "Eine Bestellung darf höchstens "
                                + PlaceOrder.MAX_LINES
                                + " Artikel enthalten.");
    }

    private static Optional<Invalid> quantities(PlaceOrder order) {
        return order.wishes().stream()
                .map(Wish::quantity)
                .filter(quantity -> quantity < 1 || quantity > PlaceOrder.MAX_QUANTITY)
                .findFirst()
                .map(
                        quantity ->
                                new Invalid(
                                        "quantity",
                                        "Die Menge %d geht nicht. Möglich sind 1 bis %d."
                                                .formatted(quantity, PlaceOrder.MAX_QUANTITY)));
    }

    private static Optional<Invalid> name(Customer customer) {
        String name = customer.name().strip();
        return unless(
                !name.isEmpty() && name.length() <= 100,
                "name",
                "Bitte geben Sie Ihren Namen an (höchstens 100 Zeichen).");
    }

    private static Optional<Invalid> reachable(Customer customer) {
        return unless(
                !text(customer.phone()).isEmpty() || !text(customer.mail()).isEmpty(),
                "phone",
                "Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an, damit wir Sie erreichen.");
    }

    private static Optional<Invalid> phone(Customer customer) {
        String phone = text(customer.phone());
        return unless(
                phone.isEmpty() || PHONE.matcher(phone).matches(),
                "phone",
                "Die Telefonnummer sieht nicht richtig aus. Beispiel: 03471 123456");
    }

    private static Optional<Invalid> mail(Customer customer) {
        String mail = text(customer.mail());
        return unless(
                mail.isEmpty() || (mail.length() <= 254 && MAIL.matcher(mail).matches()),
                "mail",
                "Die E-Mail-Adresse sieht nicht richtig aus. Beispiel: erika@beispiel.de");
    }

    private static Optional<Invalid> collector(Customer customer) {
        return unless(
                text(customer.collector()).length() <= 100,
                "collector",
                "Der Name der abholenden Person darf höchstens 100 Zeichen haben.");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static Optional<Invalid> unless(boolean fine, String field, String reason) {
        return fine ? Optional.empty() : Optional.of(new Invalid(field, reason));
    }
}
