package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.catalogue.domain.CatalogueFile;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found.
 *
 * @param id null when the file cannot be applied and was not kept
 * @param applied true when it was taken over before
 */
public record UploadReport(
        @Nullable UploadId id, String fileName, CatalogueFile.Result result, boolean applied) {}
