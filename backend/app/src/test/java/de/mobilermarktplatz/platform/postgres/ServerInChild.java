package de.mobilermarktplatz.platform.postgres;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts a server, commits one row and then waits to be killed. Arguments: data folder, PATH. */
final class ServerInChild {

    private ServerInChild() {}

    public static void main(String[] arguments) throws Exception {
        var here = Host.current();
        var host = new Host(here.os(), here.cpu(), here.root(), arguments[1]);
        try {
            var server = EmbeddedPostgres.start(Path.of(arguments[0]), 0, TestCache.folder(), host);
            Sql.run(
                    server,
                    "CREATE TABLE IF NOT EXISTS sale (id int PRIMARY KEY)",
                    "INSERT INTO sale SELECT coalesce(max(id), 0) + 1 FROM sale");
            System.out.println("port=" + server.port());
            System.out.println("postmaster=" + server.pid());
        } catch (PostgresStartFailure e) {
            System.out.println("refused=" + e.getMessage());
        }
        new CountDownLatch(1).await();
    }
}
