package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.kernel.id.ProductId;

/**
 * An article as it is stored.
 *
 * @param paused kept, but not offered because the last file did not name it
 */
public record CurrentArticle(ProductId id, Article article, boolean paused) {}
