package de.mobilermarktplatz.catalogue.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The file to start from: every column with two examples. Excel opens it because of its byte order
 * mark.
 */
public final class Template {

    private static final String EXAMPLES =
            """
            K-100;Bauernkäse jung;;Stück;250 g;4,50;7;;;gekühlt;Milch;"Rohmilch, Salz, Lab";Deutschland;;;;;20;5
            S-200;Apfelsaft naturtrüb;;Stück;1 l;2,80;19;0,15;Mehrweg;ungekühlt;keine;Apfelsaft;Deutschland;;;;;30;10
            F-300;Kartoffeln festkochend;;kg;;1,20;7;;;ungekühlt;keine;;Deutschland;;;;;50;25
            """;

    private Template() {}

    /** Semicolons, UTF-8 with byte order mark. */
    public static String csv() {
        String header =
                Arrays.stream(Column.values()).map(Column::label).collect(Collectors.joining(";"));
        return "\uFEFF" + (header + "\n" + EXAMPLES).replace("\n", "\r\n");
    }
}
