package de.mobilermarktplatz.catalogue.domain;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns a catalogue file may have, with the German and English headers they are known by. */
public enum Column {
    ARTICLE_NUMBER("artikelnummer", true, "artikelnr artnr nummer sku itemnumber variantsku"),
    NAME("bezeichnung", true, "name artikel artikelbezeichnung titel title produkt productname"),
    GTIN("gtin", false, "ean ean13 eancode barcode strichcode variantbarcode"),
    UNIT("einheit", true, "mengeneinheit me verkaufseinheit unit"),
    CONTENT("inhalt", false, "fuellmenge nettoinhalt nettofuellmenge netcontent content"),
    PRICE("preis", true, "preiseur verkaufspreis vk vkpreis bruttopreis price variantprice"),
    VAT("mwst", true, "mwstsatz ust ustsatz steuersatz mehrwertsteuer umsatzsteuer vat vatrate"),
    DEPOSIT("pfand", false, "pfandbetrag deposit"),
    DEPOSIT_KIND("pfandart", false, "pfandtyp depositkind"),
    COLD_CLASS(
            "kühlung",
            true,
            "kuehlung kuhlung lagerung temperatur kuehlklasse cooling coldclass storage"),
    ALLERGENS("allergene", false, "allergen allergens"),
    INGREDIENTS("zutaten", false, "zutatenliste ingredients"),
    ORIGIN("herkunft", false, "ursprung origin countryoforigin"),
    ORGANIC_CODE(
            "ökokontrollstelle",
            false,
            "oekokontrollstelle biokontrollstelle oekocode biocode organiccode"),
    AGE_LIMIT("alter", false, "altersgrenze mindestalter jugendschutz agelimit"),
    WEIGHT("gewicht", false, "gewichtg versandgewicht weight weightg"),
    VOLUME("volumen", false, "volumenml platzbedarf volume volumeml"),
    DAY_QUANTITY(
            "menge",
            true,
            "mengejemarkttag bestand verfuegbar anzahl quantity onhand stock variantinventoryqty"),
    VAN_QUANTITY("wagenmenge", false, "mengewagen freierverkauf vanquantity");

    private static final Map<String, Column> BY_HEADER = new HashMap<>();

    static {
        for (Column column : values()) {
            Stream.concat(
                            Stream.of(column.label),
                            Pattern.compile(" ").splitAsStream(column.synonyms))
                    .forEach(header -> BY_HEADER.put(normalise(header), column));
        }
    }

    private final String label;
    private final boolean required;
    private final String synonyms;

    Column(String label, boolean required, String synonyms) {
        this.label = label;
        this.required = required;
        this.synonyms = synonyms;
    }

    /** The German header that the template uses. */
    public String label() {
        return label;
    }

    /** Whether a file without this column is refused. */
    public boolean required() {
        return required;
    }

    /**
     * The column of a header as people write it: case, spaces, dots, units in brackets and umlauts
     * do not matter.
     */
    static Optional<Column> of(String header) {
        return Optional.ofNullable(BY_HEADER.get(normalise(header)));
    }

    private static String normalise(String header) {
        String plain =
                header.toLowerCase(Locale.GERMAN)
                        .replaceAll("[(\\[].*?[)\\]]", "")
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss");
        return Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("[^a-z0-9]", "");
    }
}
