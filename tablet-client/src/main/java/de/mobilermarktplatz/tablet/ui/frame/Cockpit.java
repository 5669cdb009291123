package de.mobilermarktplatz.tablet.ui.frame;

import de.mobilermarktplatz.tablet.Glance;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.machine.Answer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * The tablet as view models see it: commands out, answers and a fresh {@link Glance} back. Both
 * come after the commit.
 */
public final class Cockpit {
    private final Tablet tablet;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Glance> glance;
    private final Lane till = new Lane();
    private final Lane network = new Lane();
    private final BooleanBinding waiting = till.busy.or(network.busy);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    public Cockpit(Tablet tablet, Tasks tasks) {
        this.tablet = tablet;
        this.tasks = tasks;
        this.glance = new ReadOnlyObjectWrapper<>(tablet.glance());
    }

    /** What there is to see; changes on the screen's thread only. */
    public ReadOnlyObjectProperty<Glance> glance() {
        return glance.getReadOnlyProperty();
    }

    public Optional<Aboard> aboard() {
        return glance.get().aboardGlance();
    }

    /**
     * Whether the till's answer is still to come; keys that command it are off meanwhile. A slow
     * network does not count.
     */
    public ReadOnlyBooleanProperty busy() {
        return till.busy.getReadOnlyProperty();
    }

    /** Whether any answer is still to come, for keys that ask the network. */
    public ObservableBooleanValue waiting() {
        return waiting;
    }

    /** The last sentence for the driver, empty when there is none. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Says it at the lower edge of the screen, until the next one. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    /** Does it; a refusal and hints are said, then {@code then} hears the answer. */
    public void perform(Command command, Consumer<Answer> then) {
        till(
                on -> on.perform(command),
                answer -> {
                    say(answer);
                    then.accept(answer);
                });
    }

    /** A refusal's sentence or the hints of what was done. */
    public void say(Answer answer) {
        say(answer.ok() ? String.join(" ", answer.hints()) : answer.sentence());
    }

    /** Something that only needs the disk. */
    public <T> void till(Function<Tablet, T> work, Consumer<T> then) {
        till.begun();
        tasks.run(() -> seen(work), seen -> ended(till, seen, then), till::ended);
    }

    /** Something that may wait for the network. */
    public <T> void online(Function<Tablet, T> work, Consumer<T> then) {
        network.begun();
        tasks.online(() -> seen(work), seen -> ended(network, seen, then), network::ended);
    }

    /** Looks again: time passes, and entries reach the server in the background. */
    public void refresh() {
        tasks.run(tablet::glance, glance::set, () -> {});
    }

    private record Seen<T>(T answer, Glance glance) {}

    private <T> Seen<T> seen(Function<Tablet, T> work) {
        var answer = work.apply(tablet);
        return new Seen<>(answer, tablet.glance());
    }

    private <T> void ended(Lane lane, Seen<T> seen, Consumer<T> then) {
        lane.ended();
        glance.set(seen.glance());
        then.accept(seen.answer());
    }

    /** How many answers are still to come; on the screen's thread only. */
    private static final class Lane {
        private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
        private int running;

        private void begun() {
            running++;
            busy.set(true);
        }

        private void ended() {
            running--;
            busy.set(running > 0);
        }
    }
}
