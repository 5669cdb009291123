package de.mobilermarktplatz.testing;

import de.mobilermarktplatz.Application;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The whole backend on a real PostgreSQL and a real port, once per test JVM. Each test makes its
 * own region with {@link TestRegions}; relay and jobs stand still until the test runs them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "marktplatz.background=false",
            "marktplatz.sample=false",
            "marktplatz.planning.cpu-millis=300",
            // Hundreds of regions come and go in one run and share one server's connections.
            "marktplatz.database.pool-idle=PT3S",
            "server.address=127.0.0.1"
        })
@ContextConfiguration(initializers = FreshDataFolder.class)
@Import(TestSetup.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface MarktplatzTest {}
