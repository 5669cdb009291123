/** What a tablet tells the backend: one entry per thing that happened. Readable for ever. */
@NullMarked
package de.mobilermarktplatz.contract.journal;

import org.jspecify.annotations.NullMarked;
