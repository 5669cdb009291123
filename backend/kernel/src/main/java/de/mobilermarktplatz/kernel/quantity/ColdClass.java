package de.mobilermarktplatz.kernel.quantity;

/** The compartment of a van that goods need; producers, calls, crates and plans count by it. */
public enum ColdClass {
    AMBIENT("ungekühlt"),
    CHILLED("gekühlt"),
    FROZEN("tiefgekühlt");

    private final String label;

    ColdClass(String label) {
        this.label = label;
    }

    /** The German word of pages, labels and files. */
    public String label() {
        return label;
    }
}
