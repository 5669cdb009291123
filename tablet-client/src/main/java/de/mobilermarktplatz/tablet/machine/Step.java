package de.mobilermarktplatz.tablet.machine;

import java.util.List;

/**
 * What an event led to.
 *
 * @param effects to be carried out in this order, each before the next
 */
public record Step(Memory memory, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    static Step quiet(Memory memory) {
        return new Step(memory, List.of());
    }
}
