package de.mobilermarktplatz.collection.web;

import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.RequestLine;
import de.mobilermarktplatz.collection.domain.Amounts;
import de.mobilermarktplatz.collection.domain.GermanTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A request in words.
 *
 * @param link page that answers it; empty for people who may not
 */
public record RequestView(
        String number,
        String producer,
        String day,
        String deadline,
        String state,
        String badge,
        boolean open,
        String link,
        List<Line> lines) {

    /**
     * An article of the request.
     *
     * @param value what stands in the field at first: everything, or what was confirmed
     */
    public record Line(
            int number,
            String article,
            String name,
            String unit,
            String ordered,
            String van,
            String total,
            String value,
            String confirmed,
            boolean cut) {}

    static RequestView of(
            ProducerRequest request, String producer, String link, ZoneId zone, Instant now) {
        ProducerRequest.State state = request.state(now);
        return new RequestView(
                GermanTimes.number(request),
                producer,
                GermanTimes.day(request.marketDay()),
                GermanTimes.instant(request.answerBy(), zone),
                words(state),
                badge(state),
                request.answeredAt() == null,
                link,
                request.lines().stream().map(RequestView::line).toList());
    }

    private static Line line(RequestLine line) {
        Long confirmed = line.confirmed();
        long shown = confirmed == null ? line.total() : confirmed;
        return new Line(
                line.number(),
                line.articleNumber(),
                line.name(),
                Amounts.unit(line.unit()),
                Amounts.text(line.unit(), line.requested()),
                Amounts.text(line.unit(), line.vanQuantity()),
                Amounts.text(line.unit(), line.total()),
                Amounts.number(line.unit(), shown),
                confirmed == null ? "" : Amounts.text(line.unit(), confirmed),
                confirmed != null && confirmed < line.total());
    }

    private static String words(ProducerRequest.State state) {
        return switch (state) {
            case OPEN -> "wartet auf Antwort";
            case OVERDUE -> "überfällig";
            case CONFIRMED -> "bestätigt";
            case CUT -> "gekürzt";
        };
    }

    private static String badge(ProducerRequest.State state) {
        return switch (state) {
            case OPEN -> "";
            case OVERDUE -> "badge-error";
            case CONFIRMED -> "badge-ok";
            case CUT -> "badge-warn";
        };
    }
}
