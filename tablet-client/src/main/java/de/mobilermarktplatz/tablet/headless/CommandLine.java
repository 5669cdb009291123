package de.mobilermarktplatz.tablet.headless;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.contract.journal.ShrinkageReason;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From typed words to commands. */
final class CommandLine {
    /** The text of a QR code (Base45) may hold blanks but no small letters. */
    private static final Pattern ON_ACCOUNT = Pattern.compile("\\s+account (.*?)((?: age .*)?)");

    private CommandLine() {}

    /**
     * @param arguments the line behind the verb as typed, because pick-up codes may hold blanks
     */
    static Command read(String verb, String arguments) {
        if (verb.equals("handover") || verb.equals("refuse")) {
            return PickUpLine.read(verb, arguments);
        }
        var onAccount = ON_ACCOUNT.matcher(arguments);
        if (verb.equals("pay") && onAccount.matches()) {
            var age = new Words(onAccount.group(2));
            var pay = new Command.PayOnAccount(onAccount.group(1), age(age));
            age.end();
            return pay;
        }
        var words = new Words(arguments);
        var command = command(verb, words);
        words.end();
        return command;
    }

    private static Command command(String verb, Words words) {
        return switch (verb) {
            case "load" -> new Command.Load(words.next("die Kiste oder „all“"));
            case "arrive" -> new Command.Arrive(words.next("der Halt"));
            case "leave" -> new Command.Leave();
            case "scan" ->
                    new Command.Scan(
                            words.next("der Artikel"),
                            words.isEmpty() ? 1 : words.number("die Menge"));
            case "pay" -> new Command.Pay(cash(words), age(words));
            case "abort" -> new Command.Abort();
            case "void" ->
                    new Command.Void(
                            words.number("die Bonnummer"),
                            words.isEmpty()
                                    ? VoidReason.MISTAKE
                                    : words.constant(VoidReason.class, words.next("der Grund")));
            case "float" ->
                    new Command.MoveCash(
                            CashMovementKind.OPENING_FLOAT,
                            Money.cents(words.number("der Betrag in Cent")));
            case "cash" ->
                    new Command.MoveCash(
                            words.constant(CashMovementKind.class, words.next("die Art")),
                            Money.cents(words.number("der Betrag in Cent")));
            case "shrink" ->
                    new Command.Shrink(
                            words.next("der Artikel"),
                            words.number("die Menge"),
                            words.constant(ShrinkageReason.class, words.next("der Grund")));
            case "count" -> CountLine.read(words);
            case "close" -> new Command.Close();
            case "unload" -> new Command.Unload(counted(words));
            default -> throw new Words.Misspelt("Den Befehl „" + verb + "“ gibt es nicht.");
        };
    }

    /** A whole sale in one line. */
    record SaleLine(List<Command> lines, Money tendered, @Nullable AgeCheckResult age) {}

    static SaleLine sale(Words words) {
        var lines = new ArrayList<Command>();
        while (!words.nextIs("cash")) {
            lines.add(
                    words.nextIs("bottle")
                            ? bottles(skip(words))
                            : new Command.Scan(
                                    words.next("der Artikel"), words.number("die Menge")));
        }
        var sale = new SaleLine(lines, cash(words), age(words));
        words.end();
        return sale;
    }

    static Command.BottlesBack bottles(Words words) {
        return new Command.BottlesBack(words.next("die Pfandart"), words.number("die Anzahl"));
    }

    private static Words skip(Words words) {
        var _ = words.next("ein Wort");
        return words;
    }

    private static Money cash(Words words) {
        return words.after("cash")
                .map(CommandLine::cents)
                .orElseThrow(() -> new Words.Misspelt("Es fehlt: cash und der Betrag in Cent."));
    }

    static Money cents(String word) {
        try {
            return Money.cents(Long.parseLong(word));
        } catch (NumberFormatException e) {
            throw new Words.Misspelt("„" + word + "“ ist kein Betrag in Cent.");
        }
    }

    static @Nullable AgeCheckResult age(Words words) {
        return words.after("age")
                .map(
                        word ->
                                word.equalsIgnoreCase("ok")
                                        ? AgeCheckResult.OLD_ENOUGH
                                        : words.constant(AgeCheckResult.class, word))
                .orElse(null);
    }

    static RefusalReason reason(Words words) {
        return words.after("reason")
                .map(word -> words.constant(RefusalReason.class, word))
                .orElse(RefusalReason.CHANGED_MIND);
    }

    private static Map<String, Long> counted(Words words) {
        var counted = new LinkedHashMap<String, Long>();
        while (!words.isEmpty()) {
            var word = words.next("Artikel=Menge");
            int equals = word.lastIndexOf('=');
            if (equals < 1 || !word.substring(equals + 1).matches("\\d{1,9}")) {
                throw new Words.Misspelt("„" + word + "“ ist nicht Artikel=Menge.");
            }
            counted.put(word.substring(0, equals), Long.parseLong(word.substring(equals + 1)));
        }
        return counted;
    }
}
