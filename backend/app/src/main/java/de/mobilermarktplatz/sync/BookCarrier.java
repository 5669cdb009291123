package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.BookWrite;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.Books;
import de.mobilermarktplatz.till.Till;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All entries of a batch in one go: one statement per table. */
@Component
@Order(200)
class BookCarrier implements WriteCarrier<BookWrite> {

    private final Books books;

    BookCarrier(Books books) {
        this.books = books;
    }

    @Override
    public Class<BookWrite> group() {
        return BookWrite.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<BookWrite> writes) {
        List<BookEntry> entries =
                writes.stream()
                        .map(
                                write ->
                                        switch (write) {
                                            case BookWrite.Book book -> book.entry();
                                        })
                        .toList();
        return books.append(
                origin.region(), new Till(origin.device(), origin.tillNumber()), entries);
    }
}
