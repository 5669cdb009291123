package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.core.Command;

/**
 * First half of the names of a command's fail points; the second is before-commit, after-commit or
 * after-print.
 */
final class FailPointNames {
    private FailPointNames() {}

    static String of(Command command) {
        return switch (command) {
            case Command.Load _, Command.LoadLoose _ -> "load";
            case Command.Arrive _ -> "arrive";
            case Command.Leave _ -> "leave";
            case Command.HandOver _ -> "handover";
            case Command.Refuse _ -> "refuse";
            case Command.Scan _ -> "scan";
            case Command.Pay _ -> "sale";
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
