package de.mobilermarktplatz.tablet.ui.sale;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.tablet.core.Shelf;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The articles to tap on, all of them or those that a typed word finds. */
final class ShelfModel {
    private final SoldBefore soldBefore;
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final ObjectBinding<Shelf> shelf;
    private final ObjectBinding<List<Shelf.Item>> found;

    ShelfModel(Cockpit cockpit, SoldBefore soldBefore) {
        this.soldBefore = soldBefore;
        shelf =
                Bindings.createObjectBinding(
                        () -> cockpit.aboard().map(Shelf::of).orElse(new Shelf(List.of())),
                        cockpit.glance());
        found = Bindings.createObjectBinding(this::matching, shelf, query);
    }

    /** All articles, what sells often first; while something is typed only what it finds. */
    ObjectBinding<List<Shelf.Item>> found() {
        return found;
    }

    ReadOnlyStringProperty query() {
        return query.getReadOnlyProperty();
    }

    /**
     * @param typed letters, digits and blanks so far
     */
    void type(String typed) {
        query.set(typed);
    }

    Optional<Shelf.Item> item(@Nullable ProductId product) {
        return shelf.get().items().stream()
                .filter(item -> item.product().equals(product))
                .findFirst();
    }

    private List<Shelf.Item> matching() {
        return query.get().isBlank()
                ? soldBefore.sorted(shelf.get())
                : shelf.get().search(query.get());
    }
}
