package bench;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.flowable.common.engine.impl.identity.Authentication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Flowable as its starter brings it. It has no permissions on tasks: whoever asks names the group. */
@SpringBootApplication
public class FlowableEngine {

    public static void main(String[] args) {
        SpringApplication.run(FlowableEngine.class, args);
    }

    /** Believes who calls, which costs nothing. */
    @Bean
    HttpFilter signIn() {
        return new HttpFilter() {
            @Override
            protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                Authentication.setAuthenticatedUserId(request.getHeader("X-User"));
                try {
                    chain.doFilter(request, response);
                } finally {
                    Authentication.setAuthenticatedUserId(null);
                }
            }
        };
    }
}
