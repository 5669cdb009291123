package de.mobilermarktplatz.platform.region;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.binding.BindMarkersFactory;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What stores and facades inject: a client and transactions that follow the region in the Reactor
 * context.
 */
@Configuration
class RegionDatabaseConfig {

    @Bean
    DatabaseClient databaseClient(ConnectionFactory routing) {
        return DatabaseClient.builder()
                .connectionFactory(routing)
                .bindMarkers(BindMarkersFactory.indexed("$", 1))
                .build();
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionFactory routing) {
        return new R2dbcTransactionManager(routing);
    }

    @Bean
    TransactionalOperator transactions(ReactiveTransactionManager manager) {
        return TransactionalOperator.create(manager);
    }
}
