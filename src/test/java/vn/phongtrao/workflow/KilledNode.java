package vn.phongtrao.workflow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

import vn.phongtrao.Application;

/** Another node on the database of a test, in a process of its own, so that it can be killed. */
final class KilledNode {

    private static final List<String> SHARED = List.of("spring.flyway.locations", "spring.datasource.url",
            "spring.datasource.username", "spring.datasource.password", "phongtrao.province", "phongtrao.business-date",
            "phongtrao.citizen-key", "phongtrao.address.of-request", "phongtrao.keycloak.url", "phongtrao.keycloak.realm",
            "phongtrao.keycloak.client-secret", "camunda.bpm.job-execution.wait-time-in-millis",
            "camunda.bpm.job-execution.max-wait");

    private final Process process;

    private KilledNode(Process process) {
        this.process = process;
    }

    /** Begins to start it; it has started when it works. @param log what it says */
    static KilledNode start(Environment environment, Path clock, File log) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("surefire.test.class.path",
                        System.getProperty("java.class.path")), KilledNode.class.getName(), "--server.port=0",
                "--test.clock=" + clock));
        SHARED.forEach(name -> command.add("--%s=%s".formatted(name, environment.getProperty(name))));
        return new KilledNode(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start());
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean runs() {
        return process.isAlive();
    }

    public static void main(String[] arguments) {
        new SpringApplication(Application.class, TimeOfTheTest.class).run(arguments);
    }

    /** Not annotated, so that no test finds it. */
    static class TimeOfTheTest {

        @Bean
        @Primary
        SharedClock timeOfTheTest(Environment environment) {
            var clock = new SharedClock(Path.of(environment.getRequiredProperty("test.clock")));
            clock.follow();
            return clock;
        }
    }
}
