package de.mobilermarktplatz.catalogue.web;

import de.mobilermarktplatz.catalogue.UploadReport;
import de.mobilermarktplatz.catalogue.domain.CatalogueDiff;
import de.mobilermarktplatz.catalogue.domain.CatalogueFile;
import de.mobilermarktplatz.catalogue.domain.GermanText;
import java.util.List;
import org.springframework.ui.Model;

/** What the page about a file shows; long lists are cut and say so. */
final class UploadModel {

    /** More lines than this help nobody; the counts are always complete. */
    private static final int LINES = 200;

    /** An article of the difference. */
    record Line(String number, String name, List<String> details) {}

    private UploadModel() {}

    static String fill(Model model, UploadReport report) {
        model.addAttribute("report", report);
        model.addAttribute("limit", LINES);
        switch (report.result()) {
            case CatalogueFile.Unreadable unreadable ->
                    model.addAttribute("problem", unreadable.problem());
            case CatalogueFile.Checked checked -> fill(model, checked);
        }
        return "catalogue/upload";
    }

    private static void fill(Model model, CatalogueFile.Checked checked) {
        CatalogueDiff diff = checked.diff();
        model.addAttribute("checked", checked);
        model.addAttribute("problems", checked.problems().stream().limit(LINES).toList());
        model.addAttribute("gated", checked.gated().stream().limit(LINES).toList());
        model.addAttribute(
                "added",
                diff.added().stream()
                        .limit(LINES)
                        .map(
                                article ->
                                        new Line(
                                                article.number(),
                                                article.name(),
                                                List.of(
                                                        GermanText.euros(article.price())
                                                                + " je "
                                                                + GermanText.unit(article.unit()))))
                        .toList());
        model.addAttribute(
                "changed",
                diff.changed().stream()
                        .limit(LINES)
                        .map(
                                change ->
                                        new Line(
                                                change.after().number(),
                                                change.after().name(),
                                                change.fields()))
                        .toList());
        model.addAttribute(
                "missing",
                diff.missing().stream()
                        .limit(LINES)
                        .map(
                                gone ->
                                        new Line(
                                                gone.article().number(),
                                                gone.article().name(),
                                                List.of("wird pausiert")))
                        .toList());
    }
}
