package de.mobilermarktplatz.kernel.vat;

/**
 * UST_SCHLUESSEL of DSFinV-K 2.4 (annex 2 of 2024-12-05) with its tax slot in Kassenbeleg-V1. The
 * slot follows the key, never the percentage. Historic keys end in the digit of their base key.
 */
public enum VatKey {
    /** General rate, § 12(1) UStG. */
    GENERAL(1, 1),
    /** Reduced rate, § 12(2) UStG. */
    REDUCED(2, 2),
    /** Farmers' average rate, § 24(1) no. 3 UStG. */
    FARM(3, 3),
    /** Forestry, § 24(1) no. 1 UStG. */
    FORESTRY(4, 4),
    /** Not taxable: cash movements, multi-purpose vouchers. */
    NOT_TAXABLE(5, 5),
    /** Tax-free, also small businesses of § 19 UStG. */
    TAX_FREE(6, 5),
    /** VAT cannot be determined. */
    UNDETERMINED(7, 5),
    /** Zero rate of § 12(3) UStG. */
    ZERO_RATED(8, 5),
    HISTORIC_11(11, 1),
    HISTORIC_12(12, 2),
    HISTORIC_13(13, 3),
    HISTORIC_21(21, 1),
    HISTORIC_22(22, 2),
    HISTORIC_23(23, 3),
    HISTORIC_33(33, 3),
    HISTORIC_43(43, 3);

    private final int code;
    private final int slot;

    VatKey(int code, int slot) {
        this.code = code;
        this.slot = slot;
    }

    /** The number that tables, wires and exports carry. */
    public int code() {
        return code;
    }

    /** Position in Kassenbeleg-V1, 1 to 5. */
    public int slot() {
        return slot;
    }

    /**
     * The key of a number.
     *
     * @throws IllegalArgumentException if DSFinV-K knows no such key
     */
    public static VatKey ofCode(int code) {
        for (VatKey key : values()) {
            if (key.code == code) {
                return key;
            }
        }
        throw new IllegalArgumentException(
                "no VAT key " + code + ". Maybe an own key (1000 and above)?");
    }
}
