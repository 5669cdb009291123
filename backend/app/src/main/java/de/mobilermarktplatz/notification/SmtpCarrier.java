package de.mobilermarktplatz.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Mail by SMTP. The client blocks, so it has few threads of its own. */
final class SmtpCarrier implements Carrier {

    private final JavaMailSenderImpl sender;
    private final Scheduler threads;

    SmtpCarrier(SmtpProperties smtp, Scheduler threads) {
        this.sender = sender(smtp);
        this.threads = threads;
    }

    @Override
    public Mono<Void> carry(Message message, String from) {
        return Mono.<Void>fromCallable(
                        () -> {
                            sender.send(mime(message, from));
                            return null;
                        })
                .subscribeOn(threads);
    }

    /**
     * The same message has the same Message-ID on every try, so that receivers can drop the second
     * copy.
     */
    private MimeMessage mime(Message message, String from) throws MessagingException {
        MimeMessage mime = new OwnIdMessage(sender.getSession(), message.id() + "@marktplatz");
        MimeMessageHelper helper =
                new MimeMessageHelper(mime, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(new InternetAddress(message.recipient(), true));
        helper.setSubject(message.subject());
        helper.setText(message.body());
        helper.setSentDate(Date.from(message.createdAt()));
        return mime;
    }

    private static JavaMailSenderImpl sender(SmtpProperties smtp) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        sender.setUsername(smtp.user());
        sender.setPassword(smtp.password());
        Properties mail = sender.getJavaMailProperties();
        String millis = Long.toString(smtp.timeout().toMillis());
        mail.put("mail.smtp.connectiontimeout", millis);
        mail.put("mail.smtp.timeout", millis);
        mail.put("mail.smtp.writetimeout", millis);
        mail.put("mail.smtp.auth", Boolean.toString(smtp.user() != null));
        mail.put("mail.smtp.starttls.enable", Boolean.toString(smtp.startTls()));
        mail.put("mail.smtp.starttls.required", Boolean.toString(smtp.startTls()));
        mail.put("mail.smtp.ssl.checkserveridentity", "true");
        return sender;
    }
}
