package de.mobilermarktplatz.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * CPU time of processes as the kernel counts it, in milliseconds (resolution 10 ms). Children that
 * have ended count with the parent that waited for them.
 */
final class ProcessTree {

    private static final int MILLIS_PER_TICK = 10;

    private ProcessTree() {}

    /** The process alone, children left out. */
    static long own(long pid) {
        return millis(Path.of("/proc/" + pid), 11, 12);
    }

    /** What the JVM's compilers took of it: the less, the warmer the process was. */
    static long compilers(long pid) {
        File[] threads = new File("/proc/" + pid + "/task").listFiles();
        return threads == null
                ? 0
                : Arrays.stream(threads)
                        .map(File::toPath)
                        .filter(thread -> compiler(thread))
                        .mapToLong(thread -> millis(thread, 11, 12))
                        .sum();
    }

    private static boolean compiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\R?");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Everything below the process, itself left out. */
    static long below(ProcessHandle root) {
        return root.descendants()
                .mapToLong(child -> millis(Path.of("/proc/" + child.pid()), 11, 14))
                .sum();
    }

    /** Fields are counted from the one behind the program's name, which may hold blanks. */
    private static long millis(Path process, int from, int to) {
        try {
            String line = Files.readString(process.resolve("stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, from, to + 1).mapToLong(Long::parseLong).sum()
                    * MILLIS_PER_TICK;
        } catch (IOException gone) {
            return 0;
        }
    }
}
