package vn.phongtrao;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The application's tables in a database of the context's own, as of the morning of 1 July 2024. */
@EnableTransactionManagement(proxyTargetClass = true)
public class TestTables {

    @Bean
    DataSource dataSource() {
        return TestDatabase.create();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    MovableClock clock() {
        return new MovableClock("2024-07-01");
    }
}
