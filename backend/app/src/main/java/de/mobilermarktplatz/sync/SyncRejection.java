package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.upload.KeptReply;
import de.mobilermarktplatz.platform.problem.Rejection;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a device is turned away. */
public sealed interface SyncRejection extends Rejection {

    /** The one-time code is unknown, used or older than ten minutes. */
    record CodeInvalid() implements SyncRejection {
        @Override
        public String slug() {
            return "enrolment-code-invalid";
        }
    }

    /**
     * The request is not signed by an enrolled device, or its clock is more than five minutes off.
     */
    record SignatureInvalid(String reason) implements SyncRejection {
        @Override
        public String slug() {
            return "device-signature-invalid";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reason", reason);
        }
    }

    /** The device was revoked; its uploads are still kept. */
    record DeviceRevoked() implements SyncRejection {
        @Override
        public String slug() {
            return "device-revoked";
        }
    }

    /**
     * This server had forgotten the device; its uploads count, tours come after the desk's word.
     */
    record DeviceWaits() implements SyncRejection {
        @Override
        public String slug() {
            return "device-waits";
        }
    }

    /** Signed by a key that has ended, though the device has a newer one. */
    record KeyEnded() implements SyncRejection {
        @Override
        public String slug() {
            return "device-key-ended";
        }
    }

    /** The journal is that of a device that has sent already, or has another key. */
    record EnrolledAlready(int tillNumber) implements SyncRejection {
        @Override
        public String slug() {
            return "device-enrolled-already";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("till", tillNumber);
        }
    }

    /** The program is too old for what comes down; it still sells and uploads. */
    record ProgramTooOld(int version, int oldest) implements SyncRejection {
        @Override
        public String slug() {
            return "tablet-program-too-old";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("version", version, "oldest", oldest);
        }
    }

    /** The certificate over the device's newest key has ended; it still sells and uploads. */
    record CertificateExpired() implements SyncRejection {
        @Override
        public String slug() {
            return "device-certificate-expired";
        }
    }

    /** The body cannot be read as what it should be. */
    record Unreadable(String reason) implements SyncRejection {
        @Override
        public String slug() {
            return "sync-body-unreadable";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reason", reason);
        }
    }

    /**
     * The batch was kept apart: a fork of the journal or a wrong signature.
     *
     * @param upTo how far the journal is kept, null when that cannot be said
     */
    record Quarantined(String reason, @Nullable KeptReply upTo) implements SyncRejection {
        @Override
        public String slug() {
            return "journal-quarantined";
        }

        @Override
        public Map<String, Object> parameters() {
            return upTo == null
                    ? Map.of("reason", reason)
                    : Map.of(
                            "reason",
                            reason,
                            KeptReply.PARAMETER,
                            Base64.getEncoder().encodeToString(upTo.encode()));
        }
    }

    /** Nobody here knows the device: enrolled elsewhere, or after the backup that was restored. */
    record DeviceUnknown() implements SyncRejection {
        @Override
        public String slug() {
            return "device-unknown";
        }
    }

    /** A version of the protocol that this server does not read. */
    record ProtocolUnknown(int proto, int oldest, int newest) implements SyncRejection {
        @Override
        public String slug() {
            return "protocol-not-supported";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("proto", proto, "oldest", oldest, "newest", newest);
        }
    }

    /** More bytes or entries than one batch may have. */
    record BatchTooLarge(int mostEntries, int mostBytes) implements SyncRejection {
        @Override
        public String slug() {
            return "batch-too-large";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("mostEntries", mostEntries, "mostBytes", mostBytes);
        }
    }

    /** The address asks for another beginning than the batch has. */
    record BeginDoesNotFit(long address, long batch) implements SyncRejection {
        @Override
        public String slug() {
            return "batch-begin-does-not-fit";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("address", address, "batch", batch);
        }
    }

    /** Would have to be kept apart, but too much of this device is already: the tablet keeps it. */
    record QuarantineFull(String reason) implements SyncRejection {
        @Override
        public String slug() {
            return "quarantine-full";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reason", reason);
        }
    }

    /** No journal of the device that signed. */
    record ForeignJournal() implements SyncRejection {
        @Override
        public String slug() {
            return "journal-of-another-device";
        }
    }

    /** No released tour by that id. */
    record TourUnknown() implements SyncRejection {
        @Override
        public String slug() {
            return "tour-unknown";
        }
    }

    /** Kept for a day only; the tablet asks for a new snapshot. */
    record ChunkUnknown() implements SyncRejection {
        @Override
        public String slug() {
            return "snapshot-chunk-unknown";
        }
    }

    /** Enough tablets listen already; this one asks for news instead. */
    record HintsFull() implements SyncRejection {
        @Override
        public String slug() {
            return "hints-full";
        }
    }
}
