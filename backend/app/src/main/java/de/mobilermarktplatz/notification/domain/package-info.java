@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.notification.domain;
