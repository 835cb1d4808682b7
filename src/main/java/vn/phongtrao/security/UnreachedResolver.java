package vn.phongtrao.security;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.Refusal;

/**
 * Says the same as {@link UnreachedFilter} for pages and the API, before others look at what failed: Spring takes a connection that the
 * database ended for one that the caller did, and answers an empty page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreachedResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(UnreachedResolver.class);

    private final CallProblems problems;

    UnreachedResolver(ObjectMapper json) {
        this.problems = new CallProblems(json);
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        var outage = Outage.in(failure);
        if (outage.isEmpty() || Refusal.in(failure).isPresent() || response.isCommitted()) {
            return null;
        }
        LOG.warn("Out of reach: {}", Outage.cause(failure));
        try {
            UnreachedFilter.say(outage.get().getMessage(), problems, request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
