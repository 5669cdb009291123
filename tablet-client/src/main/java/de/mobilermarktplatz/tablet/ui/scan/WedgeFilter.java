package de.mobilermarktplatz.tablet.ui.scan;

import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.device.WedgeInput;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Picks scans out of the keys of a whole window, whatever has the focus. A text field that a scan
 * ran into gets its old text back; the Enter that ends a scan and a blank within it press no
 * button.
 */
public final class WedgeFilter {
    private final Scene scene;
    private final LongSupplier nanos;
    private final Consumer<Scan> deliver;
    private final WedgeInput wedge = new WedgeInput();
    private @Nullable Before before;
    private @Nullable KeyCode swallowing;

    /** A text field as it was when a burst began. */
    private record Before(TextInputControl field, String text, int caret) {}

    private WedgeFilter(Scene scene, LongSupplier nanos, Consumer<Scan> deliver) {
        this.scene = scene;
        this.nanos = nanos;
        this.deliver = deliver;
    }

    /**
     * @param nanos a clock that never goes back
     * @param deliver called on the toolkit's thread
     */
    public static void install(Scene scene, LongSupplier nanos, Consumer<Scan> deliver) {
        var filter = new WedgeFilter(scene, nanos, deliver);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, filter::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, filter::typed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, filter::released);
    }

    private void pressed(KeyEvent event) {
        var code = event.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            wedge.ended(nanos.getAsLong())
                    .ifPresent(
                            scan -> {
                                event.consume();
                                swallowing = code;
                                restore();
                                deliver.accept(scan);
                            });
        } else if (code == KeyCode.SPACE
                && wedge.isInBurst(nanos.getAsLong())
                && !(scene.getFocusOwner() instanceof TextInputControl)) {
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        if (text.length() != 1 || Character.isISOControl(text.charAt(0))) {
            if (swallowing != null) {
                event.consume();
            }
            return;
        }
        if (wedge.typed(text.charAt(0), nanos.getAsLong())) {
            before =
                    scene.getFocusOwner() instanceof TextInputControl field
                            ? new Before(field, field.getText(), field.getCaretPosition())
                            : null;
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == swallowing) {
            swallowing = null;
            event.consume();
        }
    }

    private void restore() {
        var field = before;
        if (field != null && field.field().isEditable()) {
            field.field().setText(field.text());
            field.field().positionCaret(field.caret());
        }
        before = null;
    }
}
