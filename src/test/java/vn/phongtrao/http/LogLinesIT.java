package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.phongtrao.local.WebSession;

/** What somebody sends begins no line of the log, and what is looked for is not in it. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String FORGED = "2031-01-01T00:00:00.000+07:00  INFO 1 --- [main] vn.phongtrao.Forged : sign-in of admin";
    private static final String SOUGHT = "Nguyễn Thị Sought";
    /** The firewall refuses the first, and lets the last through. */
    private static final List<String> BREAKS = List.of("\r\n", "\u2028");
    private static final List<String> OTHERS = List.of("/nowhere", "/error", "/engine-rest/task", "/engine-rest/task/count", "/engine-rest/process-instance",
            "/engine-rest/history/process-instance", "/engine-rest/nowhere", "/engine-rest/task/x", "/camunda/app/tasklist/default/", "/camunda/nowhere",
            Browser.ENGINE + "/task", Browser.ENGINE + "/filter", "/oauth2/authorization/x", "/login/oauth2/code/keycloak", "/actuator/x", "/actuator/health");

    @Autowired
    Client client;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private Level before;

    /** As in production, where tests say only what matters. */
    @BeforeEach
    void tellAll() {
        before = root.getLevel();
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void tellLittle() {
        root.setLevel(before);
    }

    @Test
    void noParameterBeginsALine(CapturedOutput output) {
        var session = new WebSession(client.address());
        session.signIn("/dossiers", OFFICER);
        var callers = List.of(client, client.as(OFFICER), client.with("Cookie", "SESSION=" + session.cookie("SESSION").orElseThrow()));
        var forged = BREAKS.stream().map(broken -> encoded(broken + FORGED)).toList();
        addresses().forEach(path -> callers.forEach(caller -> {
            forged.forEach(text -> caller.get(path + "?x" + text + "=" + text));
            var text = forged.get(0);
            caller.get(path + text + "?q=" + encoded(SOUGHT));
            caller.with("Content-Type", "application/x-www-form-urlencoded").post(path, text + "=" + text + "&q=" + encoded(SOUGHT));
            caller.with("Content-Type", "application/json").post(path, "{\"x\\n" + FORGED + "\": \"\\n" + FORGED + "\"}");
        }));

        assertThat(output.toString().lines()).noneMatch(line -> line.startsWith(FORGED));
        assertThat(output.toString()).doesNotContain(SOUGHT, encoded(SOUGHT));
    }

    private Stream<String> addresses() {
        return Stream.concat(OTHERS.stream(), mappings.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{\\*?[^}]*}", "x").replace("**", "x")).distinct().sorted());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
