package vn.phongtrao.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ShortOutagesTest {

    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("any");
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Exception outage = new DataAccessResourceFailureException("asked for {}",
            new SQLException("Connection refused", "08001", new ConnectException("Connection refused")));

    @BeforeEach
    void listen() {
        var filter = new ShortOutages();
        filter.setContext(context);
        filter.start();
        context.addTurboFilter(filter);
        told.start();
        logger.addAppender(told);
    }

    @Test
    void anOutageIsToldInOneLineWithItsCause() {
        logger.error("Unexpected error in a task", outage);
        logger.warn("{} of {} failed", 1, 2, outage);

        assertThat(told.list).allMatch(event -> event.getThrowableProxy() == null).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                "Unexpected error in a task: java.net.ConnectException: Connection refused", "1 of 2 failed: java.net.ConnectException: Connection refused");
        assertThat(told.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR, Level.WARN);
    }

    @Test
    void aFaultKeepsItsTrace() {
        logger.error("Failed", new IllegalStateException("fault"));

        assertThat(told.list).singleElement().satisfies(event -> assertThat(event.getThrowableProxy()).isNotNull());
    }

    @Test
    void whatIsNotAskedForIsNotTold() {
        logger.setLevel(Level.ERROR);

        logger.warn("Failed", outage);

        assertThat(told.list).isEmpty();
    }
}
