package de.mobilermarktplatz.tablet.headless;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.machine.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands, one a line; words are separated by blanks, amounts are cents, quantities pieces or
 * grams.
 *
 * <pre>
 * enrol CODE [NAME]                       become a till (network)
 * tours                                   what can be taken (network)
 * take TOUR                               lease and fetch it, or fetch it anew (network)
 * load CRATE|all                          a crate, or all crates and the loose goods
 * arrive CALL|NUMBER                      by id of the call or number of the visit
 * leave
 * handover qr TEXT|code SPOKEN [cash CENTS] [refuse LINE,LINE [reason REASON]] [age ANSWER]
 * refuse qr TEXT|code SPOKEN [reason REASON]      the whole order
 * sell ARTICLE QTY [ARTICLE QTY]... [bottle KIND QTY]... cash CENTS [age ANSWER]
 * scan ARTICLE [QTY]                      into the basket; a negative QTY takes back out
 * pay cash CENTS [age ANSWER]             the basket
 * pay account TEXT [age ANSWER]           the basket, to the card of the customer whose code it is
 * abort                                   the basket
 * bottle KIND QTY                         into the open basket, or paid out at once when none is open
 * void RECEIPT [REASON]
 * float CENTS                             opening cash
 * cash transit|pay-in|pay-out CENTS       negative: out of the drawer
 * shrink ARTICLE QTY spoiled|broken|lost|sample|donated
 * count [opening|interim|closing] FACE:COUNT...|total CENTS
 * close                                   Z report; needs a closing count
 * unload [ARTICLE=COUNT]...               what is not named is counted as the books say
 * sync | status | verify | quit
 * </pre>
 *
 * <p>ARTICLE is a GTIN, a short code or a product id; KIND a deposit kind's number or text without
 * blanks; ANSWER is {@code ok}, {@code too-young} or {@code no-document}; REASON a constant of the
 * journal such as {@code damaged}. Every answer has {@code ok} and {@code command}; a refusal has
 * {@code error} (German); {@code hints} and {@code receipts} stand there when there are some. A
 * receipt in an answer is committed and printed. A line that is no command is answered with {@code
 * ok: false} and changes nothing.
 */
public final class Console {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DEVICE_NAME = "Tablet";

    private final Tablet tablet;

    public Console(Tablet tablet) {
        this.tablet = tablet;
    }

    /** The first line: what was found. */
    public void greet(PrintStream out) {
        say(out, "start", tablet.start());
    }

    /** Answers until the input ends or says {@code quit}. */
    public void run(BufferedReader in, PrintStream out) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            var verb = line.stripLeading().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
            if (verb.equals("quit")) {
                return;
            }
            say(out, verb, answer(verb, line.stripLeading().substring(verb.length())));
        }
    }

    private Answer answer(String verb, String arguments) {
        try {
            var words = new Words(arguments);
            return switch (verb) {
                case "enrol" -> enrol(words);
                case "tours" -> tablet.tours();
                case "take" -> tablet.take(TourId.of(words.next("die Tour")));
                case "sync" -> tablet.syncNow();
                case "status" -> tablet.status();
                case "verify" -> tablet.verify();
                case "sell" -> {
                    var sale = CommandLine.sale(words);
                    yield tablet.sell(sale.lines(), sale.tendered(), sale.age());
                }
                case "bottle" -> tablet.bottlesBack(CommandLine.bottles(words));
                default -> tablet.perform(CommandLine.read(verb, arguments));
            };
        } catch (Words.Misspelt | IllegalArgumentException e) {
            return new Answer(
                    false, String.valueOf(e.getMessage()), Map.of(), List.of(), List.of());
        }
    }

    private Answer enrol(Words words) {
        var code = words.next("der Einmalcode");
        return tablet.enrol(code, words.isEmpty() ? DEVICE_NAME : words.rest());
    }

    private static void say(PrintStream out, String verb, Answer answer) {
        var line = new LinkedHashMap<String, Object>();
        line.put("ok", answer.ok());
        line.put("command", verb);
        if (!answer.sentence().isEmpty()) {
            line.put("error", answer.sentence());
        }
        line.putAll(answer.values());
        if (!answer.hints().isEmpty()) {
            line.put("hints", answer.hints());
        }
        if (!answer.receipts().isEmpty()) {
            line.put("receipts", answer.receipts());
        }
        out.println(JSON.writeValueAsString(line));
    }
}
