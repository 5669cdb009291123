package de.mobilermarktplatz.collection.web;

import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.RequestLine;
import de.mobilermarktplatz.collection.domain.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What a producer typed.
 *
 * @param confirmed pieces or grams by line number, of the lines without a mistake
 * @param mistakes in words, each with what to write instead
 */
record AnswerForm(Map<Integer, Long> confirmed, List<String> mistakes) {

    static AnswerForm everything(ProducerRequest request) {
        Map<Integer, Long> all = new HashMap<>();
        request.lines().forEach(line -> all.put(line.number(), line.total()));
        return new AnswerForm(all, List.of());
    }

    static AnswerForm of(ProducerRequest request, MultiValueMap<String, String> fields) {
        Map<Integer, Long> confirmed = new HashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (RequestLine line : request.lines()) {
            String text = fields.getFirst("menge-" + line.number());
            Optional<Long> amount = Amounts.parse(line.unit(), text == null ? "" : text);
            String most = Amounts.text(line.unit(), line.total());
            if (amount.isEmpty()) {
                mistakes.add(
                        "%s: Schreiben Sie eine Zahl von 0 bis %s.".formatted(line.name(), most));
            } else if (amount.get() > line.total()) {
                mistakes.add(
                        "%s: Es sind höchstens %s bestellt. Mehr nimmt der Wagen nicht mit."
                                .formatted(line.name(), most));
            } else {
                var _ = confirmed.put(line.number(), amount.get());
            }
        }
        return new AnswerForm(confirmed, List.copyOf(mistakes));
    }
}
