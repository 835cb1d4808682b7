package vn.phongtrao.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.outbox.OutboxProperties.Patience;

/** The outbox as a process of its own, which sends until somebody ends it. */
@EnableTransactionManagement(proxyTargetClass = true)
@Import(Nodes.class)
class OneNode {

    /** What another node waits for before it takes what this one had. */
    static final Duration IN_HAND = Duration.ofSeconds(8);

    /** @param url of the database; the mail server is told by system properties */
    public static void main(String[] url) throws InterruptedException {
        System.setProperty("database", url[0]);
        var context = new AnnotationConfigApplicationContext();
        context.setAllowBeanDefinitionOverriding(true);
        context.register(OneNode.class);
        context.refresh();
        var node = new Postman(context.getBean(Messages.class), List.of(context.getBean(MailCarrier.class)),
                context.getBean(OutboxProperties.class));
        while (true) {
            node.carry(Channel.MAIL);
            Thread.sleep(100);
        }
    }

    @Bean
    OutboxProperties outboxProperties() {
        var patience = new Patience(List.of(Duration.ofSeconds(1)), Duration.ofDays(3));
        return new OutboxProperties(patience, patience, IN_HAND, Duration.ofDays(30));
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.at(System.getProperty("database"));
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
    Clock clock() {
        return Clock.systemUTC();
    }
}
