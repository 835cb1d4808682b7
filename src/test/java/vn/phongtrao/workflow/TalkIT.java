package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.dossier.Mentioned;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.talk.Note;
import vn.phongtrao.talk.Notes;
import vn.phongtrao.talk.Person;

/** People talk about a dossier while it is on its way, and only those who may see it. */
@ScenarioTest
@RecordApplicationEvents
class TalkIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer NEIGHBOUR = officer(POLICE_CHIEF, "95/956/31843");

    @Autowired
    Journey journey;
    @Autowired
    Notes notes;
    @Autowired
    Dossiers dossiers;
    @Autowired
    DossierRegister register;
    @Autowired
    Handling handling;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;

    @Test
    void aNoteIsReadByAllWhoMaySeeTheDossierWithWhoWroteItAsWhat() {
        var number = propose();
        var written = notes.write(number, "Đề nghị xem lại\nsố liệu.", List.of(), CHIEF);
        notes.write(number, "Đã xem.", List.of(), DRAFTER);

        for (var reader : List.of(DRAFTER, CHIEF, CHAIR, officer(POLICE_OFFICER, "95/954"), officer(POLICE_CHIEF, "95"))) {
            assertThat(all(number, reader)).extracting(Note::text).containsExactly("Đề nghị xem lại\nsố liệu.", "Đã xem.");
        }
        assertThat(written.author()).isEqualTo(CHIEF.id());
        assertThat(written.authorTitle()).endsWith("Phường 2");
        assertThat(written.changeable()).isTrue();
        assertThat(all(number, DRAFTER)).extracting(Note::changeable).containsExactly(false, true);
    }

    @Test
    void whoMayNotSeeTheDossierNeitherReadsNorWrites() {
        var number = propose();
        var note = notes.write(number, "Nội dung mẫu", List.of(), CHIEF);

        refused(Refusal.Kind.FORBIDDEN, () -> notes.list(number, NEIGHBOUR, PageRequest.ofSize(20)));
        refused(Refusal.Kind.FORBIDDEN, () -> notes.talk(number, null, 20, NEIGHBOUR));
        refused(Refusal.Kind.FORBIDDEN, () -> notes.people(number, NEIGHBOUR));
        refused(Refusal.Kind.FORBIDDEN, () -> notes.write(number, "x", List.of(), NEIGHBOUR));
        refused(Refusal.Kind.FORBIDDEN, () -> notes.correct(number, note.id(), "x", List.of(), NEIGHBOUR));
        refused(Refusal.Kind.FORBIDDEN, () -> notes.takeBack(number, note.id(), NEIGHBOUR));
        refused(Refusal.Kind.NOT_FOUND, () -> notes.takeBack(propose(), note.id(), CHIEF));
    }

    @Test
    void whoIsMentionedIsToldOnceAndNobodyOfHimself() {
        var number = propose();
        events.clear();
        var note = notes.write(number, "@A @B xem giúp", List.of(CHIEF.id(), CHAIR.id(), DRAFTER.id()), DRAFTER);

        assertThat(note.mentioned()).containsExactlyInAnyOrder(CHIEF.id(), CHAIR.id());
        assertThat(events.stream(Mentioned.class)).singleElement().satisfies(told -> {
            assertThat(told.dossier().number()).isEqualTo(number);
            assertThat(told.users()).containsExactlyInAnyOrder(CHIEF.id(), CHAIR.id());
        });

        events.clear();
        notes.correct(number, note.id(), "@A xem giúp", List.of(CHIEF.id()), DRAFTER);
        assertThat(events.stream(Mentioned.class)).isEmpty();
        var colleague = officer(POLICE_CHIEF, COMMUNE, 2).id();
        notes.correct(number, note.id(), "@C xem giúp", List.of(CHIEF.id(), colleague), DRAFTER);
        assertThat(events.stream(Mentioned.class)).singleElement().satisfies(told ->
                assertThat(told.users()).isEqualTo(Set.of(colleague)));
    }

    @Test
    void onlyThoseOnTheWayOfTheDossierOrWhoWorkedOnItAreMentioned() {
        var number = propose();
        assertThat(notes.people(number, DRAFTER)).extracting(Person::user).contains(CHIEF.id(), CHAIR.id(),
                officer(POLICE_OFFICER, COMMUNE, 2).id()).doesNotContain(DRAFTER.id(), NEIGHBOUR.id(), "admin");

        for (var other : List.of(NEIGHBOUR.id(), "admin", "nobody", "", "hệ thống")) {
            refused(Refusal.Kind.RULE_BROKEN, () -> notes.write(number, "x", List.of(other), DRAFTER));
        }
        assertThat(all(number, DRAFTER)).isEmpty();
    }

    @Test
    void aNoteIsCorrectedAndTakenBackByItsAuthorForSomeMinutesAndSaysSo() {
        var number = propose();
        var note = notes.write(number, "Nội dung mẫu", List.of(CHIEF.id()), DRAFTER);
        refused(Refusal.Kind.FORBIDDEN, () -> notes.correct(number, note.id(), "x", List.of(), CHIEF));
        refused(Refusal.Kind.FORBIDDEN, () -> notes.takeBack(number, note.id(), CHIEF));

        assertThat(notes.correct(number, note.id(), "Nội dung khác", List.of(), DRAFTER)).satisfies(corrected -> {
            assertThat(corrected.text()).isEqualTo("Nội dung khác");
            assertThat(corrected.correctedAt()).isNotNull();
            assertThat(corrected.mentioned()).isEmpty();
        });
        notes.takeBack(number, note.id(), DRAFTER);
        assertThat(all(number, CHIEF)).singleElement().satisfies(taken -> {
            assertThat(taken.text()).isEmpty();
            assertThat(taken.takenBackAt()).isNotNull();
        });
        refused(Refusal.Kind.RULE_BROKEN, () -> notes.takeBack(number, note.id(), DRAFTER));

        var old = notes.write(number, "Nội dung cũ", List.of(), DRAFTER);
        jdbc.sql("update dossier_note set written_at = written_at - interval '16 minutes' where id = ?").param(old.id())
                .update();
        refused(Refusal.Kind.RULE_BROKEN, () -> notes.correct(number, old.id(), "x", List.of(), DRAFTER));
        refused(Refusal.Kind.RULE_BROKEN, () -> notes.takeBack(number, old.id(), DRAFTER));
    }

    @Test
    void aCitizenNumberIsNotTakenAndNotRepeated() {
        var number = propose();
        var note = notes.write(number, "Nội dung mẫu", List.of(), DRAFTER);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> notes.write(number, "Số 095080000123", List.of(), DRAFTER),
                () -> notes.correct(number, note.id(), "Số 095 080 000 123", List.of(), DRAFTER))) {
            assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining("số căn cước")
                    .message().doesNotContain("095");
        }
    }

    @Test
    void aSuspendedDossierIsTalkedAboutAndOneThatHasEndedIsOnlyRead() {
        var number = propose();
        handling.suspend(number, "Lý do mẫu", CHIEF);
        var note = notes.write(number, "Vì sao tạm dừng?", List.of(), DRAFTER);
        handling.resume(number, "Lý do mẫu", CHIEF);
        handling.withdraw(number, "Lý do mẫu", DRAFTER);

        refused(Refusal.Kind.RULE_BROKEN, () -> notes.write(number, "x", List.of(), DRAFTER));
        refused(Refusal.Kind.RULE_BROKEN, () -> notes.correct(number, note.id(), "x", List.of(), DRAFTER));
        refused(Refusal.Kind.RULE_BROKEN, () -> notes.takeBack(number, note.id(), DRAFTER));
        assertThat(all(number, DRAFTER)).singleElement().matches(kept -> !kept.changeable());
        assertThat(notes.talk(number, null, 20, DRAFTER).open()).isFalse();
    }

    @Test
    void whoWritesWhileTheDossierEndsWaitsAndIsRefused() throws Exception {
        var number = propose();
        var ending = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var end = pool.submit(() -> transaction.executeWithoutResult(status -> {
                handling.withdraw(number, "Lý do mẫu", DRAFTER);
                ending.countDown();
                pause();
            }));
            assertThat(ending.await(10, TimeUnit.SECONDS)).isTrue();
            var note = pool.submit(() -> catchThrowableOfType(Refusal.class,
                    () -> notes.write(number, "x", List.of(), CHIEF)));

            assertThat(note.get(20, TimeUnit.SECONDS).kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
            end.get(10, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
        assertThat(all(number, DRAFTER)).isEmpty();
    }

    @Test
    void theNewestStandLastAndEarlierOnesAreAskedFor() {
        var number = propose();
        for (int n = 1; n <= 5; n++) {
            notes.write(number, "Số " + n, List.of(), DRAFTER);
        }
        var last = notes.talk(number, null, 2, CHIEF);
        assertThat(last.notes()).extracting(Note::text).containsExactly("Số 4", "Số 5");
        assertThat(last.more()).isTrue();
        assertThat(last.total()).isEqualTo(5);
        var earlier = notes.talk(number, last.notes().get(0).id(), 3, CHIEF);
        assertThat(earlier.notes()).extracting(Note::text).containsExactly("Số 1", "Số 2", "Số 3");
        assertThat(earlier.more()).isFalse();
        assertThat(notes.list(number, CHIEF, PageRequest.of(1, 2))).extracting(Note::text).containsExactly("Số 3", "Số 4");
    }

    @Test
    void notesStandInNoTableOfTheEngineAndNotInTheDossiersContent() {
        var number = propose();
        notes.write(number, "Lờizkhôngzin", List.of(CHIEF.id()), DRAFTER);
        journey.complete(number.value(), "complete-dossier", DRAFTER, Map.of());

        assertThat(register.show(number, DRAFTER).toString()).doesNotContain("Lờizkhôngzin");
        assertThat(dossiers.stepsOf(number)).noneMatch(step -> "Lờizkhôngzin".equals(step.comment()));
        assertThat(jdbc.sql("select count(*) from act_ge_bytearray where position(convert_to('Lờizkhôngzin', 'UTF8') in bytes_) > 0")
                .query(Long.class).single()).isZero();
    }

    @Test
    void readingTakesFewStatementsHoweverManyNotesThereAre() {
        var number = propose();
        for (int n = 0; n < 20; n++) {
            notes.write(number, "Số " + n, List.of(CHIEF.id(), CHAIR.id()), DRAFTER);
        }
        assertThat(Statements.leastOf(() -> notes.talk(number, null, 20, CHIEF))).isBetween(1L, 3L);
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refused(Refusal.Kind kind, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Refusal.class, call)).isNotNull().extracting(Refusal::kind).isEqualTo(kind);
    }

    private DossierNumber propose() {
        return DossierNumber.of(journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu")))));
    }

    private List<Note> all(DossierNumber number, Officer officer) {
        return notes.list(number, officer, PageRequest.ofSize(50)).getContent();
    }
}
