package de.mobilermarktplatz.platform.postgres;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Why the embedded PostgreSQL cannot start, in German sentences that the operator reads as they
 * are: names, values and a hint ("Vielleicht …").
 */
public final class PostgresStartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresStartFailure(String sentence, @Nullable Throwable cause) {
        super("PostgreSQL kann nicht starten: " + sentence, cause);
    }

    private PostgresStartFailure(String sentence) {
        this(sentence, null);
    }

    static PostgresStartFailure unsupportedSystem(String os, String cpu) {
        return new PostgresStartFailure(
                "Das mitgelieferte PostgreSQL läuft nur unter Linux auf amd64, hier ist %s auf %s. Vielleicht hilft ein eigener PostgreSQL-Server, dessen Adresse eingestellt wird."
                        .formatted(os, cpu));
    }

    static PostgresStartFailure missingTool(String tool, String path) {
        return new PostgresStartFailure(
                "Das Programm '%s' fehlt im Suchpfad %s. Vielleicht ist das Paket util-linux nicht installiert."
                        .formatted(tool, path));
    }

    static PostgresStartFailure folderInUse(Path folder, String owner) {
        return new PostgresStartFailure(
                "Den Datenordner %s benutzt schon %s. Vielleicht läuft der Mobile Marktplatz bereits; sonst mit marktplatz.data einen anderen Ordner angeben."
                        .formatted(folder, owner));
    }

    static PostgresStartFailure portTaken(int port) {
        return new PostgresStartFailure(
                "Der Port %d auf 127.0.0.1 ist belegt. Vielleicht läuft dort ein anderer Datenbankserver; einen anderen Port angeben oder 0 für einen freien."
                        .formatted(port));
    }

    static PostgresStartFailure diskFull(Path folder, long freeMegabytes, long neededMegabytes) {
        return new PostgresStartFailure(
                "Auf dem Datenträger von %s sind nur %d MB frei, nötig sind %d MB. Vielleicht lassen sich alte Dateien löschen; oder mit marktplatz.data einen Ordner auf einem größeren Datenträger angeben."
                        .formatted(folder, freeMegabytes, neededMegabytes));
    }

    static PostgresStartFailure folderUnusable(Path folder, Exception cause) {
        return new PostgresStartFailure(
                "Der Ordner %s lässt sich nicht benutzen (%s). Vielleicht gehört er einem anderen Benutzer oder ist schreibgeschützt."
                        .formatted(folder, reason(cause)),
                cause);
    }

    /** What the operating system said, without the name of a Java class where that is possible. */
    private static String reason(Exception cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "Zugriff verweigert auf " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " ist kein Ordner";
            case FileSystemException other when other.getReason() != null ->
                    other.getFile() + ": " + other.getReason();
            default -> cause.toString();
        };
    }

    static PostgresStartFailure passwordMissing(Path file) {
        return new PostgresStartFailure(
                "Die Kennwortdatei %s fehlt, obwohl es schon eine Datenbank gibt. Vielleicht liegt sie noch in einer Sicherung."
                        .formatted(file));
    }

    static PostgresStartFailure binariesMissing(String resource) {
        return new PostgresStartFailure(
                "Das mitgelieferte PostgreSQL (%s) fehlt im Programm. Vielleicht ist das Programmpaket beschädigt."
                        .formatted(resource));
    }

    static PostgresStartFailure tooSlow(long seconds, Path log) {
        return new PostgresStartFailure(
                "Der Datenbankserver war nach %d Sekunden noch nicht bereit. Vielleicht ist der Datenträger überlastet; Einzelheiten stehen in %s."
                        .formatted(seconds, log));
    }

    static PostgresStartFailure namespaceRefused(String output) {
        return new PostgresStartFailure(
                "Als root läuft PostgreSQL nur in einem eigenen Benutzer-Namensraum, und den erlaubt dieses System nicht (%s). Vielleicht das Programm als gewöhnlicher Benutzer starten."
                        .formatted(output));
    }

    static PostgresStartFailure refused(String program, int exit, String lastWords, Path log) {
        return new PostgresStartFailure(
                "Das Programm '%s' endete mit %d und meldete „%s“. Vielleicht steht in %s mehr."
                        .formatted(program, exit, lastWords, log));
    }
}
