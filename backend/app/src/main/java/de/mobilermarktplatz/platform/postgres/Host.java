package de.mobilermarktplatz.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What this machine offers for running PostgreSQL's programs.
 *
 * @param root whether this process is root: PostgreSQL refuses to run as root, so its programs then
 *     run inside a user namespace in which no user is mapped. Files stay those of the outer user.
 * @param searchPath folders of programs, as in the environment variable {@code PATH}
 */
record Host(String os, String cpu, boolean root, String searchPath) {

    static Host current() {
        var path = System.getenv("PATH");
        return new Host(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                isRoot(),
                path == null || path.isBlank() ? "/usr/local/bin:/usr/bin:/bin" : path);
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
                    && uid == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    void check() {
        if (!os.equals("Linux") || !cpu.equals("amd64")) {
            throw PostgresStartFailure.unsupportedSystem(os, cpu);
        }
    }

    /** The words before a short-lived program such as initdb. */
    List<String> prefixOfTool() {
        return root ? List.of(find("unshare"), "-U") : List.of();
    }

    /**
     * The words before the server itself. None of them forks, so the child's pid is the
     * postmaster's. Its own session keeps a Ctrl-C in the terminal away from it: the application
     * closes it when its own work is done. The kernel sends SIGINT (fast shutdown) when the
     * <em>thread</em> that started it ends, hence also after {@code kill -9}.
     */
    List<String> prefixOfServer() {
        var words = new ArrayList<>(prefixOfTool());
        words.add(find("setsid"));
        words.addAll(List.of(find("setpriv"), "--pdeathsig", "INT"));
        return words;
    }

    private String find(String tool) {
        for (var folder : searchPath.split(File.pathSeparator, -1)) {
            var candidate = Path.of(folder, tool);
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        throw PostgresStartFailure.missingTool(tool, searchPath);
    }
}
