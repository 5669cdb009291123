/**
 * What every capability stands on: region routing, transactions, outbox, jobs, problems,
 * permissions, page layout and the embedded PostgreSQL. Knows no capability.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package de.mobilermarktplatz.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
