package de.mobilermarktplatz.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, prefix {@code marktplatz.smtp}.
 *
 * @param host null means there is none: in DEMO messages stay in the mailbox page
 * @param user null means the server asks for none
 * @param startTls true refuses a server that cannot encrypt
 * @param timeout for connecting, reading and writing, each
 */
@ConfigurationProperties("marktplatz.smtp")
record SmtpProperties(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("true") boolean startTls,
        @DefaultValue("10s") Duration timeout) {}
