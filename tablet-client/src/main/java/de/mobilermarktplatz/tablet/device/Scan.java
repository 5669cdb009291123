package de.mobilermarktplatz.tablet.device;

import de.mobilermarktplatz.contract.pickup.SignedPickupToken;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.code.Gtin;

/**
 * What a scanner read, told apart by its form alone; the screen that is up decides what it does.
 */
public sealed interface Scan {
    /** As the scanner sent it, without its symbology mark. */
    String text();

    /** An article number with a right check digit: EAN-13, EAN-8, UPC-A or GTIN-14. */
    record Article(Gtin gtin) implements Scan {
        @Override
        public String text() {
            return gtin.digits();
        }
    }

    /** The QR code a customer shows. Its signature is not checked yet. */
    record PickUp(String text) implements Scan {}

    /** Anything else: a crate's label, a short code, somebody else's barcode. */
    record Label(String text) implements Scan {}

    /** As long as an article number, but its check digit does not fit. */
    record Misread(String text) implements Scan {}

    /**
     * @param raw may begin with the symbology mark of ISO/IEC 15424, such as {@code ]E0}
     */
    static Scan of(String raw) {
        var text = raw.replaceFirst("^\\][A-Za-z][0-9A-Za-z]", "");
        if (text.matches("\\d{8}|\\d{12,14}")) {
            return Gtin.find(text).<Scan>map(Article::new).orElse(new Misread(text));
        }
        return isPickUp(text) ? new PickUp(text) : new Label(text);
    }

    private static boolean isPickUp(String text) {
        try {
            var _ = SignedPickupToken.parse(text).token();
            return true;
        } catch (WireException noToken) {
            return false;
        }
    }
}
