package de.mobilermarktplatz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

class DataFolderTest {

    @Test
    void dataIsKeptInTheHomeFolderUnlessSomebodySaysOtherwise() throws IOException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new ResourcePropertySource("classpath:application.properties"));

        assertThat(
                        Binder.get(environment)
                                .bind("marktplatz", MarktplatzProperties.class)
                                .get()
                                .data())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".mobiler-marktplatz"));
    }
}
