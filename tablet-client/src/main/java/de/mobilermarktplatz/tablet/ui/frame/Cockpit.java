package de.mobilermarktplatz.tablet.ui.frame;

import de.mobilermarktplatz.tablet.Answer;
import de.mobilermarktplatz.tablet.Glance;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Command;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The tablet as view models see it: commands out, answers and a fresh {@link Glance} back. Both
 * come after the commit.
 */
public final class Cockpit {
    private final Tablet tablet;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Glance> glance;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private int running;

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

    /** Whether an answer is still to come; buttons that command are off meanwhile. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
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
        begun();
        tasks.run(() -> seen(work), seen -> ended(seen, then));
    }

    /** Something that may wait for the network. */
    public <T> void online(Function<Tablet, T> work, Consumer<T> then) {
        begun();
        tasks.online(() -> seen(work), seen -> ended(seen, then));
    }

    /** Looks again: time passes, and entries reach the server in the background. */
    public void refresh() {
        tasks.run(tablet::glance, glance::set);
    }

    private record Seen<T>(T answer, Glance glance) {}

    private <T> Seen<T> seen(Function<Tablet, T> work) {
        var answer = work.apply(tablet);
        return new Seen<>(answer, tablet.glance());
    }

    private void begun() {
        running++;
        busy.set(true);
    }

    private <T> void ended(Seen<T> seen, Consumer<T> then) {
        running--;
        busy.set(running > 0);
        glance.set(seen.glance());
        then.accept(seen.answer());
    }
}
