package de.mobilermarktplatz.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {

    private static final MessageTemplate TEMPLATE =
            MessageTemplate.parse(
                    "t", "Ihre Bestellung {number}\r\n\r\nGuten Tag {name},\r\ndanke.\r\n");

    @Test
    void placesAreFilledInSubjectAndBody() {
        assertThat(TEMPLATE.fill(Map.of("number", "K7", "name", "Frau $1 \\Muster", "unused", "x")))
                .isEqualTo(
                        new MessageTemplate.Worded(
                                "Ihre Bestellung K7", "Guten Tag Frau $1 \\Muster,\ndanke.\n"));
    }

    @Test
    void aMissingValueIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> TEMPLATE.fill(Map.of("number", "K7")))
                .hasMessageContaining("{name}")
                .hasMessageContaining("[number]");
    }

    @Test
    void aValueCannotAddHeaderLinesToTheSubject() {
        assertThat(
                        TEMPLATE.fill(Map.of("number", "1\r\nBcc: x@example.org", "name", "y"))
                                .subject())
                .isEqualTo("Ihre Bestellung 1 Bcc: x@example.org");
    }

    @Test
    void aTextWithoutSubjectIsRefused() {
        assertThatThrownBy(() -> MessageTemplate.parse("t", "nur eine Zeile"))
                .hasMessageContaining("subject");
    }

    @Test
    void onlyAddressesOfTheWebBecomeLinks() {
        assertThat(BodyText.lines("Bitte:\n\nhttps://example.org/a?b=1 jetzt\njavascript:alert(1)"))
                .containsExactly(
                        List.of(new BodyText.Part("Bitte:", false)),
                        List.of(
                                new BodyText.Part("https://example.org/a?b=1", true),
                                new BodyText.Part(" jetzt", false)),
                        List.of(new BodyText.Part("javascript:alert(1)", false)));
    }
}
