package de.mobilermarktplatz.notification;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Who carries messages: the mail server, or in DEMO without one nobody, because people read the
 * mailbox page.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpProperties.class)
class CarrierConfig {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierConfig.class);

    private static final int SMTP_THREADS = 4;
    private static final int SMTP_QUEUE = 200;

    @Bean(destroyMethod = "dispose")
    Scheduler smtpThreads() {
        return Schedulers.newBoundedElastic(SMTP_THREADS, SMTP_QUEUE, "smtp");
    }

    @Bean
    Carrier mailCarrier(
            MarktplatzProperties properties, SmtpProperties smtp, Scheduler smtpThreads) {
        if (smtp.host() != null) {
            return new SmtpCarrier(smtp, smtpThreads);
        }
        if (!properties.demo()) {
            throw new StartRefused(
                    "Der Betrieb LIVE braucht einen Mailserver, aber marktplatz.smtp.host fehlt. Vielleicht ist MARKTPLATZ_SMTP_HOST nicht gesetzt.");
        }
        LOG.info("No mail server: messages can be read on the page /postfach only");
        return (message, sender) -> Mono.empty();
    }
}
