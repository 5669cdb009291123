package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.ColdClass;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What should come aboard: at a producer's yard only that producer's crates, elsewhere all of the
 * tour.
 *
 * @param place where the van stands, empty while driving
 * @param ofOneProducer whether {@code crates} are only those of the producer at this place
 * @param crates in the order of their codes
 * @param loose goods in no crate that are still to be loaded, a German line each
 */
public record LoadList(
        String place, boolean ofOneProducer, List<Crate> crates, List<String> loose) {
    public LoadList {
        crates = List.copyOf(crates);
        loose = List.copyOf(loose);
    }

    /**
     * A crate of the list.
     *
     * @param cold German word of the compartment it belongs into
     * @param destination name of the stop it is for, or {@code freier Verkauf}
     * @param contents a German line each
     */
    public record Crate(
            String code, String cold, String destination, List<String> contents, boolean aboard) {}

    public static LoadList of(Aboard aboard) {
        var here = aboard.standing();
        var producer = here.map(LoadList::producer).orElse(null);
        var crates =
                aboard.tour().snapshot().crates().stream()
                        .filter(crate -> producer == null || crate.producer().equals(producer))
                        .sorted(Comparator.comparing(TourCrate::code))
                        .map(crate -> crate(aboard, crate))
                        .toList();
        return new LoadList(
                here.map(Visit::name).orElse(""),
                producer != null,
                crates,
                Goods.looseToLoad(aboard).stream().map(item -> words(aboard, item)).toList());
    }

    public long aboard() {
        return crates.stream().filter(Crate::aboard).count();
    }

    public List<Crate> missing() {
        return crates.stream().filter(crate -> !crate.aboard()).toList();
    }

    public Optional<Crate> crate(String code) {
        return crates.stream().filter(crate -> crate.code().equalsIgnoreCase(code)).findFirst();
    }

    private static @Nullable ProducerId producer(Visit visit) {
        return visit.kind() == VisitKind.PICK_UP ? visit.producer() : null;
    }

    private static Crate crate(Aboard aboard, TourCrate crate) {
        return new Crate(
                crate.code(),
                cold(crate.coldClass()),
                crate.call() == null
                        ? "freier Verkauf"
                        : aboard.tour()
                                .visit(crate.call().toString())
                                .map(Visit::name)
                                .orElse("anderer Halt"),
                crate.contents().stream().map(item -> words(aboard, item)).toList(),
                aboard.state().crates().contains(crate.crate()));
    }

    private static String words(Aboard aboard, StockItem item) {
        return Euro.amount(item.unit(), item.amount())
                + (item.unit() == Unit.GRAM ? " " : " × ")
                + aboard.text(item.product());
    }

    private static String cold(ColdClass coldClass) {
        return de.mobilermarktplatz.kernel.quantity.ColdClass.valueOf(coldClass.name()).label();
    }
}
