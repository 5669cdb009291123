package de.mobilermarktplatz.coordination.domain;

/** The way of the goods on a market day, in the order in which it happens. */
public enum Stage {
    /** By customers, what was cancelled left out. */
    ORDERED("bestellt"),
    /** Of producers: for orders and, on top, for free sale. */
    REQUESTED("angefordert"),
    /** By the producers' latest answers. */
    CONFIRMED("bestätigt"),
    /** Requested, but refused by the answer. */
    CUT("gekürzt"),
    /** Should come aboard: ordered goods by the latest word, and goods for free sale. */
    EXPECTED("vorgesehen"),
    LOADED("geladen"),
    /** Pre-orders that reached their customers. */
    DELIVERED("übergeben"),
    /** From the van, cancelled sales left out. */
    SOLD("verkauft"),
    /** Broken, spoiled, given away. */
    SHRUNK("verdorben"),
    /** Counted leftovers minus what had to be left. */
    COUNTED("Zählunterschied");

    private final String german;

    Stage(String german) {
        this.german = german;
    }

    public String german() {
        return german;
    }
}
