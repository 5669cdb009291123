package de.mobilermarktplatz.platform.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The server's settings. They stand on its command line so that a new version of the program
 * changes them too.
 */
final class Settings {

    private Settings() {}

    static List<String> arguments(Path folder, int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "400");
        settings.put("shared_buffers", "128MB");
        settings.put("work_mem", "8MB");
        // What was committed survives a power cut: none of these may be weakened.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_level", "replica");
        settings.put("min_wal_size", "64MB");
        settings.put("max_wal_size", "512MB");
        settings.put(
                "jit", "off"); // the queries are short; compiling them costs more than it saves
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_destination", "stderr");
        settings.put("logging_collector", "off");
        settings.put("log_checkpoints", "off");
        settings.put("log_line_prefix", "%m [%p] %u@%d ");

        var words = new ArrayList<>(List.of("-D", folder.toString()));
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }
}
