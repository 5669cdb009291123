@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.timetable.web;
