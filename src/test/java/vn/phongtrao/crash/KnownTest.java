package vn.phongtrao.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.phongtrao.crash.Acts.Act;
import vn.phongtrao.crash.Known.Recorded;
import vn.phongtrao.crash.Messages.Got;

/** What the crash test compares would be found if it did not agree. */
class KnownTest {

    private static final String DOSSIER = "KT-31837-2024-00001";
    private static final Map<String, List<Act>> KNOWN =
            Map.of(DOSSIER, List.of(new Act("sign", "chief", true), new Act("decide", "chair", false)));
    private static final Recorded SIGNED = new Recorded(DOSSIER, "sign", "chief");
    private static final Recorded DECIDED = new Recorded(DOSSIER, "decide", "chair");

    @Test
    void aStepThatIsLostOrTwiceOrElsewhereIsFound() {
        assertThat(Known.steps(KNOWN, List.of(SIGNED, DECIDED))).isEmpty();
        assertThat(Known.steps(KNOWN, List.of(SIGNED))).hasSize(1);
        assertThat(Known.steps(KNOWN, List.of(SIGNED, SIGNED, DECIDED))).hasSize(1);
        assertThat(Known.steps(KNOWN, List.of(DECIDED, SIGNED))).hasSize(1);
        assertThat(Known.steps(KNOWN, List.of(SIGNED, new Recorded(DOSSIER, "decide", "clerk")))).hasSize(1);
        assertThat(Known.steps(KNOWN, List.of())).hasSize(1);
    }

    @Test
    void aMessageThatIsLostOrOfNobodyOrThreeTimesOrNotTheSameIsFound() {
        var mail = new Got("a", "Nhiệm vụ");
        assertThat(Known.messages(Set.of("a"), List.of(mail))).isEmpty();
        assertThat(Known.messages(Set.of("a"), List.of(mail, mail))).isEmpty();
        assertThat(Known.messages(Set.of("a"), List.of(mail, mail, mail))).containsExactly("a came 3 times");
        assertThat(Known.messages(Set.of("a", "b"), List.of(mail))).containsExactly("b was lost");
        assertThat(Known.messages(Set.of(), List.of(mail))).containsExactly("a was sent, and is not known");
        assertThat(Known.messages(Set.of("a"), List.of(mail, new Got("a", "Khác")))).containsExactly("a was not the same each time");
    }

    @Test
    void anEventThatIsLostOrTwiceUnderTwoNamesIsFound() {
        var all = List.of(call("1", "dossier.opened"), call("2", "dossier.moved"), call("3", "dossier.moved"), call("4", "dossier.decided"));
        assertThat(Known.events(KNOWN, Set.of(DOSSIER), all)).isEmpty();
        assertThat(Known.events(KNOWN, Set.of(DOSSIER), with(all, call("4", "dossier.decided")))).isEmpty();
        assertThat(Known.events(KNOWN, Set.of(DOSSIER), with(all, call("5", "dossier.decided")))).hasSize(1);
        assertThat(Known.events(KNOWN, Set.of(DOSSIER), all.subList(1, 4))).hasSize(1);
        assertThat(Known.events(KNOWN, Set.of(), all)).hasSize(1);
        assertThat(Known.events(KNOWN, Set.of(), all.subList(0, 3))).isEmpty();
    }

    private static Got call(String name, String type) {
        return new Got(name, "{\"type\":\"%s\",\"timestamp\":\"2024-07-01T01:00:00Z\",\"data\":{\"dossierNumber\":\"%s\",\"process\":\"commendation\"}}"
                .formatted(type, DOSSIER));
    }

    private static List<Got> with(List<Got> calls, Got another) {
        return Stream.concat(calls.stream(), Stream.of(another)).toList();
    }

    @Test
    void aFaultIsFoundUnlessItIsAboutTheDatabaseThatWentAway() {
        var said = "2026-11-29T08:00:00.000+07:00 %s 1 --- [phongtrao] [main] a.B : %s";
        var away = List.of(said.formatted("ERROR", "Failed"), "java.lang.IllegalStateException: failed",
                "Caused by: org.postgresql.util.PSQLException: FATAL: terminating connection due to administrator command");
        assertThat(Known.faults(away)).isEmpty();
        assertThat(Known.faults(List.of(said.formatted("ERROR", "Failed: java.io.EOFException"),
                said.formatted("ERROR", "Failed: java.net.SocketException: Connection reset")))).isEmpty();
        assertThat(Known.faults(List.of(said.formatted("ERROR", "Failed: java.lang.NullPointerException")))).hasSize(1);
        assertThat(Known.faults(List.of(said.formatted("ERROR", "Application exception overridden by rollback exception"),
                "\torg.camunda.bpm.engine.OptimisticLockingException: ENGINE-03005"))).isEmpty();
        assertThat(Known.faults(List.of(said.formatted("ERROR", "Application exception overridden by rollback exception"),
                "\tjava.lang.NullPointerException"))).hasSize(1);
        assertThat(Known.faults(List.of(said.formatted("WARN", "Slow"), "java.lang.NullPointerException"))).isEmpty();
        assertThat(Known.faults(Stream.concat(away.stream(), Stream.of(said.formatted("ERROR", "Broken"), "java.lang.NullPointerException"))
                .toList())).singleElement().asString().contains("Broken", "NullPointerException");
        assertThat(Known.faults(List.of(said.formatted("ERROR", "Broken"), said.formatted("INFO", "terminating connection")))).hasSize(1);
    }
}
