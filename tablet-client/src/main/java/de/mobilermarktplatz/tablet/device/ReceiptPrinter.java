package de.mobilermarktplatz.tablet.device;

/** Puts a receipt into the customer's hand. Called only after the sale is safe on disk. */
@FunctionalInterface
public interface ReceiptPrinter {
    /**
     * @param name the receipt's number or the closing's, fit for a file name
     * @param text the finished German text, lines separated by {@code \n}
     */
    void print(String name, String text);
}
