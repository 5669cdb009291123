package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.tablet.core.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of the fail points: in front of and behind each effect. The first half says what is done,
 * the second where in it.
 */
public final class FailPointNames {
    private FailPointNames() {}

    public static final String START = "start";

    private static final List<String> AROUND = List.of("before-", "after-");

    /** Last thing before a commit. */
    public static String beforeCommit(Effect.Commit commit) {
        return commit.point() + (isBasket(commit) ? ".before-basket" : ".before-" + what(commit));
    }

    /** First thing after it. */
    public static String afterCommit(Effect.Commit commit) {
        return commit.point() + (isBasket(commit) ? ".in-basket" : ".after-" + what(commit));
    }

    /**
     * Every point that a scanned line passes until the server's word about its sale is kept, in
     * order; with a second medium and a printer.
     */
    public static List<String> all() {
        var names = new ArrayList<String>();
        both(names, "start", "commit", "mirror", "reply");
        names.addAll(List.of("scan.before-basket", "scan.in-basket"));
        both(names, "scan", "reply");
        names.addAll(List.of("sale.before-basket", "sale.in-basket"));
        both(names, "sale", "commit", "mirror", "print", "drawer", "reply");
        both(names, "upload", "read", "send", "ack", "mirror");
        both(names, "close", "commit");
        return List.copyOf(names);
    }

    private static void both(List<String> names, String first, String... effects) {
        for (var effect : effects) {
            AROUND.forEach(side -> names.add(first + "." + side + effect));
        }
    }

    private static boolean isBasket(Effect.Commit commit) {
        return commit.write().drafts() != null;
    }

    private static String what(Effect.Commit commit) {
        return commit.write().uplink() == null ? "commit" : "ack";
    }

    /** First half for a command. */
    static String of(Command command) {
        return switch (command) {
            case Command.Load _, Command.LoadLoose _ -> "load";
            case Command.Arrive _ -> "arrive";
            case Command.Leave _ -> "leave";
            case Command.HandOver _ -> "handover";
            case Command.Refuse _ -> "refuse";
            case Command.Scan _ -> "scan";
            case Command.Pay _, Command.PayOnAccount _ -> "sale";
            case Command.Abort _ -> "abort";
            case Command.BottlesBack _ -> "bottle";
            case Command.Void _ -> "void";
            case Command.MoveCash _ -> "cash";
            case Command.Shrink _ -> "shrink";
            case Command.Count _ -> "count";
            case Command.Close _ -> "close";
            case Command.Unload _ -> "unload";
        };
    }
}
