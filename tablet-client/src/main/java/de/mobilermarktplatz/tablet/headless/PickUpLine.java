package de.mobilermarktplatz.tablet.headless;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Command;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that begin with a pick-up code. The text of a QR code (Base45) may hold blanks but no small
 * letters, so the first keyword in small letters ends it.
 */
final class PickUpLine {
    private static final Pattern LINE =
            Pattern.compile("\\s+(qr|code) (.*?)((?: (?:cash|refuse|reason|age) .*)?)");

    private PickUpLine() {}

    static Command read(String verb, String arguments) {
        Matcher line = LINE.matcher(arguments);
        if (!line.matches()) {
            throw new Words.Misspelt("Es fehlt: „qr“ mit dem Text oder „code“ mit dem Abholcode.");
        }
        Command.Proof proof =
                line.group(1).equals("qr")
                        ? new Command.Proof.Qr(line.group(2))
                        : new Command.Proof.Spoken(line.group(2));
        var words = new Words(line.group(3));
        var command = verb.equals("refuse") ? refuse(proof, words) : handOver(proof, words);
        words.end();
        return command;
    }

    private static Command refuse(Command.Proof proof, Words words) {
        return new Command.Refuse(proof, CommandLine.reason(words));
    }

    private static Command handOver(Command.Proof proof, Words words) {
        var tendered = words.after("cash").map(CommandLine::cents);
        var refused = words.after("refuse").map(PickUpLine::lines).orElse(Set.of());
        var reason = CommandLine.reason(words);
        var age = CommandLine.age(words);
        return new Command.HandOver(proof, refused, reason, tendered.orElse((Money) null), age);
    }

    private static Set<Integer> lines(String word) {
        if (!word.matches("\\d{1,4}(,\\d{1,4})*")) {
            throw new Words.Misspelt("„" + word + "“ sind keine Zeilennummern wie 2,3.");
        }
        return Arrays.stream(word.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
