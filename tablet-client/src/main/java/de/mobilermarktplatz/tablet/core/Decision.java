package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OpId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule says to a command. */
public sealed interface Decision {
    /** Nothing happens. @param sentence German, for the driver */
    record Refused(String sentence) implements Decision {}

    /**
     * These entries become one commit.
     *
     * @param answer words and figures for the screen
     * @param hints German sentences the driver should read, though nothing is in the way
     */
    record Accepted(List<Step> steps, Map<String, Object> answer, List<String> hints)
            implements Decision {
        public Accepted {
            steps = List.copyOf(steps);
            hints = List.copyOf(hints);
        }
    }

    /** A body that may depend on where in the journal it comes to stand. */
    @FunctionalInterface
    interface Step {
        EntryBody body(Place place);
    }

    /**
     * Where the next entry will stand.
     *
     * @param headHash chain head before it
     * @param before operation of the entry before it in the same commit, null for the first
     */
    record Place(long seq, Bytes headHash, @Nullable OpId before) {}

    static Decision accept(EntryBody body, Map<String, Object> answer) {
        return new Accepted(List.of(place -> body), answer, List.of());
    }
}
