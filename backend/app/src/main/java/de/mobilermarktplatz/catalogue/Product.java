package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;

/**
 * An article of a producer.
 *
 * @param paused kept with its history but not offered, because the producer's last file did not
 *     name it
 */
public record Product(ProductId id, ProducerId producer, Article article, boolean paused) {}
