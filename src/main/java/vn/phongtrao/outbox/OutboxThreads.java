package vn.phongtrao.outbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Who waits for others' answers does so on threads of its own, so that nothing else that is done by the clock waits. */
@Configuration(proxyBeanMethods = false)
class OutboxThreads {

    static final String NAME = "outboxScheduler";

    /** No default candidate: otherwise Spring Boot would have no scheduler for everybody else. */
    @Bean(name = NAME, defaultCandidate = false)
    ThreadPoolTaskScheduler outboxScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(Channel.values().length + 1);
        scheduler.setThreadNamePrefix("outbox-");
        return scheduler;
    }
}
