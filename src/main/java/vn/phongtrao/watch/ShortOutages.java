package vn.phongtrao.watch;

import java.util.Arrays;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Outage;

/**
 * Whoever tells the log that the database or Keycloak does not answer does so in one line. Where it was noticed explains nothing, and what is done by
 * the clock, by the job executor or by libraries would tell it all again every few seconds.
 */
@Component
class ShortOutages extends TurboFilter implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            // of several applications in one program, one is enough
            context.getTurboFilterList().removeIf(ShortOutages.class::isInstance);
            context.addTurboFilter(this);
            start();
        }
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        var count = parameters == null ? 0 : parameters.length;
        var told = thrown == null && count > 0 && parameters[count - 1] instanceof Throwable last ? last : thrown;
        if (told == null || format == null || !level.isGreaterOrEqual(logger.getEffectiveLevel()) || Outage.in(told).isEmpty()) {
            return FilterReply.NEUTRAL;
        }
        var shown = thrown == null ? Arrays.copyOf(parameters, count - 1) : parameters;
        logger.callAppenders(new LoggingEvent(ShortOutages.class.getName(), logger, level, format + ": " + Outage.cause(told).replace("{}", "{ }"), null, shown));
        return FilterReply.DENY;
    }
}
