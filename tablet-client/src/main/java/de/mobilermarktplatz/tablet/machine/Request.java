package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/** What the machine asks the server by itself. */
public sealed interface Request {

    /** Behind the sync address of the region. */
    String path();

    String method();

    Bytes body();

    /** Entries up; without entries it only asks how far the server is. */
    record Upload(JournalId journal, UploadBatch batch) implements Request {
        @Override
        public String path() {
            return "/journals/" + journal + "/entries?from=" + batch.from();
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public Bytes body() {
            return Bytes.of(batch.encode());
        }
    }

    /** A question that changes nothing. */
    record Get(String path) implements Request {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public Bytes body() {
            return Bytes.EMPTY;
        }
    }
}
