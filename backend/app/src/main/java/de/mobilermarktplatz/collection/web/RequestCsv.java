package de.mobilermarktplatz.collection.web;

import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.RequestLine;
import de.mobilermarktplatz.collection.domain.Amounts;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A request as a table for a farm's own programs: semicolons, decimal comma, UTF-8 with byte order
 * mark.
 */
final class RequestCsv {

    private RequestCsv() {}

    static String of(ProducerRequest request) {
        StringWriter out = new StringWriter();
        out.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            var _ =
                    csv.writeRecord(
                            "anforderung",
                            "markttag",
                            "artikelnummer",
                            "bezeichnung",
                            "einheit",
                            "bestellt",
                            "wagen",
                            "gesamt");
            for (RequestLine line : request.lines()) {
                var _ =
                        csv.writeRecord(
                                Long.toString(request.number()),
                                request.marketDay().toString(),
                                harmless(line.articleNumber()),
                                harmless(line.name()),
                                Amounts.unit(line.unit()),
                                Amounts.number(line.unit(), line.requested()),
                                Amounts.number(line.unit(), line.vanQuantity()),
                                Amounts.number(line.unit(), line.total()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return out.toString();
    }

    /** A cell that a spreadsheet would take for a formula becomes text. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
