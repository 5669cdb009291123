package de.mobilermarktplatz.catalogue.domain;

/**
 * Why a whole file cannot be read, in words for the person who sent it.
 *
 * @param what what is wrong, naming the value found
 * @param advice what to do instead
 */
public record FileProblem(String what, String advice) {}
