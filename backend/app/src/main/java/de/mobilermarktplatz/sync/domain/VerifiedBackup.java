package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the backup script says of a backup that it has read back: how far every journal was at its
 * moment. Written as tab separated lines: {@code backup name instant}, then {@code region journal
 * sequence hash} for each journal, then {@code end count}; without its last line it is not whole.
 *
 * @param name of the backup, such as {@code marktplatz-20261123T180000Z}
 * @param takenAt the moment that it shows
 */
public record VerifiedBackup(String name, Instant takenAt, List<Mark> marks) {

    /**
     * @param seq last entry that the backup holds
     * @param hash chain head after it: a mark counts only where the same hash stands
     */
    public record Mark(RegionId region, JournalId journal, long seq, Bytes hash) {}

    public VerifiedBackup {
        marks = List.copyOf(marks);
    }

    public List<Mark> of(RegionId region) {
        return marks.stream().filter(mark -> mark.region().equals(region)).toList();
    }

    /**
     * @throws IllegalArgumentException if it is cut off or not such a file
     */
    public static VerifiedBackup parse(List<String> lines) {
        if (lines.size() < 2) {
            throw new IllegalArgumentException("it has only " + lines.size() + " lines");
        }
        String[] first = fields(lines.getFirst(), 3, "backup");
        String[] last = fields(lines.getLast(), 2, "end");
        List<String> between = lines.subList(1, lines.size() - 1);
        if (!last[1].equals(Integer.toString(between.size()))) {
            throw new IllegalArgumentException(
                    "it ends with %s journals but names %d".formatted(last[1], between.size()));
        }
        List<Mark> marks = new ArrayList<>(between.size());
        for (String line : between) {
            marks.add(mark(line));
        }
        try {
            return new VerifiedBackup(first[1], Instant.parse(first[2]), marks);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(first[2] + " is no instant", e);
        }
    }

    private static Mark mark(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 4) {
            throw new IllegalArgumentException("a journal's line has " + fields.length + " fields");
        }
        return new Mark(
                RegionId.of(fields[0]),
                JournalId.of(fields[1]),
                Long.parseLong(fields[2]),
                Bytes.of(HexFormat.of().parseHex(fields[3])));
    }

    private static String[] fields(String line, int count, String begin) {
        String[] fields = line.split("\t", -1);
        if (fields.length != count || !fields[0].equals(begin)) {
            throw new IllegalArgumentException("no line '" + begin + " …' where one belongs");
        }
        return fields;
    }
}
