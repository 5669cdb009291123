package de.mobilermarktplatz.tablet.ui.goodsin;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.LoadList;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.German;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which crates are expected here, which are aboard, which nobody expected. */
public final class GoodsInViewModel {
    private static final LoadList NOTHING = new LoadList("", false, List.of(), List.of());

    /** What the screen is about. */
    enum Step {
        SCANNING,
        TYPING,
        /** Everything of the list, without a scan? */
        ASK_ALL,
        /** The loose goods, counted by hand? */
        ASK_LOOSE
    }

    /** The last scan, for the big field: what it was and whether it was right. */
    record Last(boolean ok, String code, String words) {}

    private final Cockpit cockpit;
    private final ObjectBinding<LoadList> list;
    private final StringBinding progress;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.SCANNING);
    private final ReadOnlyObjectWrapper<Optional<Last>> last =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<String> unexpected = FXCollections.observableArrayList();

    public GoodsInViewModel(Cockpit cockpit) {
        this.cockpit = cockpit;
        list =
                Bindings.createObjectBinding(
                        () -> cockpit.aboard().map(LoadList::of).orElse(NOTHING), cockpit.glance());
        progress = Bindings.createStringBinding(() -> words(list.get()), list);
    }

    ObjectBinding<LoadList> list() {
        return list;
    }

    /** {@code 3 von 14 Kisten an Bord}. */
    StringBinding progress() {
        return progress;
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Last>> last() {
        return last.getReadOnlyProperty();
    }

    /** Labels that belong to no crate of this tour; they stay behind. */
    ObservableList<String> unexpected() {
        return unexpected;
    }

    ObservableBooleanValue busy() {
        return cockpit.busy();
    }

    private static String words(LoadList list) {
        return list.crates().isEmpty()
                ? "Keine Kisten auf der Liste"
                : list.aboard()
                        + " von "
                        + German.count(list.crates().size(), "Kiste", "Kisten")
                        + " an Bord";
    }

    public void scanned(Scan scan) {
        step.set(Step.SCANNING);
        switch (scan) {
            case Scan.PickUp _ ->
                    last.set(Optional.of(new Last(false, "Abholcode", "Das ist keine Kiste.")));
            case Scan.Article(var gtin) ->
                    last.set(
                            Optional.of(
                                    new Last(
                                            false,
                                            gtin.digits(),
                                            "Das ist ein Artikel. Bitte das Etikett der Kiste"
                                                    + " scannen.")));
            case Scan.Misread(var text) -> load(text);
            case Scan.Label(var text) -> load(text);
        }
    }

    void type(boolean open) {
        step.set(open ? Step.TYPING : Step.SCANNING);
    }

    /** A label read with the eyes: small letters and blanks do not matter. */
    void typed(String code) {
        step.set(Step.SCANNING);
        if (!code.isBlank()) {
            load(plain(code));
        }
    }

    private static String plain(String typed) {
        try {
            return SpokenCode.parse(typed).value();
        } catch (IllegalArgumentException otherLabel) {
            return typed.strip().toUpperCase(Locale.GERMAN);
        }
    }

    private void load(String code) {
        var expected = list.get().crate(code);
        boolean known = cockpit.aboard().map(aboard -> aboard.tour().isCrate(code)).orElse(false);
        cockpit.till(
                on -> on.perform(new Command.Load(code)),
                answer -> {
                    last.set(Optional.of(answered(code, expected, answer)));
                    if (!known && !unexpected.contains(code)) {
                        unexpected.add(code);
                    }
                });
    }

    private static Last answered(String code, Optional<LoadList.Crate> expected, Answer answer) {
        if (!answer.ok()) {
            return new Last(false, code, answer.sentence());
        }
        return new Last(
                true,
                code,
                expected.map(crate -> crate.cold() + " → " + crate.destination())
                        .orElse("An Bord, aber für einen anderen Ort erwartet."));
    }

    void askAll() {
        step.set(list.get().missing().isEmpty() ? Step.SCANNING : Step.ASK_ALL);
    }

    void askLoose() {
        step.set(list.get().loose().isEmpty() ? Step.SCANNING : Step.ASK_LOOSE);
    }

    void notYet() {
        step.set(Step.SCANNING);
    }

    /** The driver stands in for the crates that were not scanned. */
    void allThere() {
        if (step.get() != Step.ASK_ALL || cockpit.busy().get()) {
            return;
        }
        var missing = list.get().missing();
        step.set(Step.SCANNING);
        cockpit.till(on -> loadAll(on, missing), cockpit::say);
    }

    private static Answer loadAll(Tablet on, List<LoadList.Crate> crates) {
        var answers =
                crates.stream().map(crate -> on.perform(new Command.Load(crate.code()))).toList();
        return answers.stream()
                .filter(answer -> !answer.ok())
                .findFirst()
                .orElse(answers.getLast());
    }

    void looseThere() {
        if (step.get() == Step.ASK_LOOSE && !cockpit.busy().get()) {
            step.set(Step.SCANNING);
            cockpit.perform(new Command.LoadLoose(), _ -> {});
        }
    }
}
