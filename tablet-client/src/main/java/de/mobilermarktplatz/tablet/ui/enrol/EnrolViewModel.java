package de.mobilermarktplatz.tablet.ui.enrol;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.kit.CodeWords;
import java.net.URI;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** From a typed code to a till. */
public final class EnrolViewModel {
    private static final String DEVICE_NAME = "Tablet";
    static final int CODE_LENGTH = 2 * SpokenCode.LENGTH;

    private final Cockpit cockpit;
    private final Navigator navigator;
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty server;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanBinding ready;

    /**
     * @param proposed sync address to begin with
     */
    public EnrolViewModel(Cockpit cockpit, Navigator navigator, URI proposed) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        this.server = new SimpleStringProperty(proposed.toString());
        this.ready =
                Bindings.createBooleanBinding(
                        () ->
                                CodeWords.plain(code.get()).length() == CODE_LENGTH
                                        && !cockpit.waiting().get(),
                        code,
                        cockpit.waiting());
        code.addListener((_, _, typed) -> problem.set(misread(CodeWords.plain(typed))));
    }

    /** As typed; case, blanks and dashes do not matter. */
    StringProperty code() {
        return code;
    }

    /** Sync address with region. */
    StringProperty server() {
        return server;
    }

    /** German; empty when nothing is wrong. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the code is whole and no answer is awaited. */
    BooleanBinding ready() {
        return ready;
    }

    void enrol() {
        if (!ready.get()) {
            return;
        }
        var address = address();
        if (address.isEmpty()) {
            problem.set(
                    "Die Adresse nennt keinen Landkreis. Sie sieht so aus:"
                            + " https://server.de/sync/v1/landkreis");
            return;
        }
        problem.set("");
        var typed = CodeWords.grouped(code.get(), CODE_LENGTH);
        cockpit.online(tablet -> tablet.enrol(address.get(), typed, DEVICE_NAME), this::answered);
    }

    private void answered(Answer answer) {
        if (answer.ok()) {
            navigator.start(new Place.Pin());
        } else {
            problem.set(answer.sentence());
        }
    }

    /** Both halves carry a check character, so a typing error is found without the network. */
    private static String misread(String plain) {
        for (int half = 1; half <= plain.length() / SpokenCode.LENGTH; half++) {
            var part = plain.substring((half - 1) * SpokenCode.LENGTH, half * SpokenCode.LENGTH);
            try {
                var _ = SpokenCode.parse(part);
            } catch (IllegalArgumentException e) {
                return "In „"
                        + part
                        + "“ stimmt ein Zeichen nicht. Bitte mit dem Ausdruck vergleichen.";
            }
        }
        return "";
    }

    private Optional<URI> address() {
        try {
            var address = URI.create(server.get().strip().replaceAll("/+$", ""));
            boolean whole =
                    address.getHost() != null && address.getPath().matches("/sync/v1/[a-z0-9-]+");
            return whole ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
