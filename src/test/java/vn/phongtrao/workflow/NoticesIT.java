package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.dossier.DeadlineNear;
import vn.phongtrao.dossier.DeadlinePassed;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierSheets;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.dossier.Mentioned;
import vn.phongtrao.dossier.TaskGivenBack;
import vn.phongtrao.dossier.TaskHandedOver;
import vn.phongtrao.notification.Notices;
import vn.phongtrao.security.Officer;

/** Who is told what on the way of a commendation. */
@ScenarioTest
class NoticesIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer COLLEAGUE = officer(POLICE_OFFICER, COMMUNE, 2);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CLERK = officer(COMMITTEE_CLERK, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final String NEW = "Nhiệm vụ mới: ";

    @Autowired
    Journey journey;

    @Autowired
    Notices notices;

    @Autowired
    Handling handling;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DossierSheets sheets;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void eachTaskIsToldToItsPostUntilItIsDoneAndTheProposerLearnsTheResult() {
        var number = propose("regular");
        assertThat(unread(COLLEAGUE, number)).containsExactly(NEW + "Hoàn thiện hồ sơ đề nghị");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        assertThat(unread(COLLEAGUE, number)).isEmpty();
        assertThat(unread(CHIEF, number)).containsExactly(NEW + "Ký duyệt hồ sơ");
        assertThat(unread(officer(POLICE_CHIEF, "95/956/31843"), number)).isEmpty();
        journey.approve(number, "sign", CHIEF);
        assertThat(unread(CLERK, number)).containsExactly(NEW + "Thẩm định hồ sơ");
        journey.approve(number, "appraise", CLERK);

        var vote = Map.<String, Object>of("approvedNominees", journey.nomineeIds(number));
        for (int member = 1; member <= 3; member++) {
            var voter = officer(COUNCIL_MEMBER, COMMUNE, member);
            assertThat(unread(voter, number)).hasSize(1);
            journey.complete(number, "council-vote", voter, vote);
            assertThat(unread(voter, number)).isEmpty();
        }
        assertThat(unread(CHAIR, number)).hasSize(1);
        journey.approve(number, "decide", CHAIR);

        assertThat(unread(DRAFTER, number)).containsExactly("Hồ sơ đã có quyết định");
        for (var other : List.of(COLLEAGUE, CHIEF, CLERK, CHAIR)) {
            assertThat(unread(other, number)).isEmpty();
        }
    }

    @Test
    void whatComesBackIsToldToTheUnitThatProposedIt() {
        var number = propose("ad-hoc");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(number, "sign", CHIEF, "return");

        assertThat(unread(DRAFTER, number)).containsExactly("Hồ sơ được trả lại: Bổ sung hồ sơ");
        journey.complete(number, "supplement", DRAFTER, Map.of());
        assertThat(unread(DRAFTER, number)).isEmpty();
        assertThat(unread(CHIEF, number)).containsExactly(NEW + "Ký duyệt hồ sơ");
        assertThat(all(CHIEF, number)).hasSize(2).filteredOn(Notices.Entry::over).hasSize(1);
    }

    @Test
    void theProposerIsToldThatItWasNotAgreedTo() {
        var number = propose("ad-hoc");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(number, "sign", CHIEF, "reject");

        assertThat(unread(DRAFTER, number)).singleElement().asString().startsWith("Hồ sơ không được chấp thuận");
        assertThat(unread(COLLEAGUE, number)).isEmpty();
        assertThat(sheets.of(DossierNumber.of(number), DRAFTER).turnedDown()).satisfies(down -> {
            assertThat(down.reason()).isEqualTo("Ý kiến mẫu");
            assertThat(down.positionName()).endsWith("Phường 2");
            assertThat(down.legalBasis()).isNotBlank();
        });
    }

    @Test
    void aDossierThatAColleagueWithdrewIsToldToWhoProposedIt() {
        var number = propose("ad-hoc");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        handling.withdraw(DossierNumber.of(number), "Lý do mẫu", COLLEAGUE);

        assertThat(unread(DRAFTER, number)).containsExactly("Hồ sơ đã được rút");
        assertThat(unread(CHIEF, number)).isEmpty();
        assertThat(all(CHIEF, number)).singleElement().matches(Notices.Entry::over);
    }

    @Test
    void aReminderIsToldUntilALaterOneSaysMoreOrTheTaskIsDone() {
        var number = propose("ad-hoc");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        var dossier = dossiers.require(DossierNumber.of(number));
        var chiefs = CHIEF.posts();
        var above = officer(POLICE_CHIEF, "95/954");
        var last = LocalDate.parse("2024-07-05");
        tell(new DeadlineNear(dossier, "sign", 1, last, chiefs, Set.of()));
        assertThat(unread(CHIEF, number)).containsExactly(NEW + "Ký duyệt hồ sơ", "Sắp đến hạn: Ký duyệt hồ sơ");
        tell(new DeadlineNear(dossier, "sign", 1, last, Set.of(), Set.of(CHIEF.id())));
        assertThat(unread(CHIEF, number)).containsExactly(NEW + "Ký duyệt hồ sơ", "Sắp đến hạn: Ký duyệt hồ sơ");

        tell(new DeadlinePassed(dossier, "sign", 1, last, above.posts(), Set.of(CHIEF.id())));
        assertThat(unread(CHIEF, number)).containsExactly(NEW + "Ký duyệt hồ sơ", "Đã quá hạn: Ký duyệt hồ sơ");
        assertThat(unread(above, number)).containsExactly("Đã quá hạn: Ký duyệt hồ sơ");
        assertThat(all(above, number)).singleElement().extracting(Notices.Entry::dueOn).isEqualTo(last);

        journey.approve(number, "sign", CHIEF);
        assertThat(unread(CHIEF, number)).isEmpty();
        assertThat(unread(above, number)).isEmpty();
    }

    @Test
    void whoIsMentionedAndThoseWhoGetATaskBackOrHandedOverAreTold() {
        var number = propose("ad-hoc");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        var dossier = dossiers.require(DossierNumber.of(number));
        tell(new Mentioned(dossier, Set.of(COLLEAGUE.id())));
        var post = CHIEF.posts().iterator().next();
        tell(new TaskGivenBack(dossier, "sign", post, "somebody"));
        var other = officer(POLICE_CHIEF, COMMUNE, 2);
        tell(new TaskHandedOver(dossier, "sign", 1, post, null, other.id()));

        assertThat(unread(COLLEAGUE, number)).containsExactly("Bạn được nhắc đến trong trao đổi về hồ sơ");
        assertThat(unread(CHIEF, number)).last().asString().startsWith("Nhiệm vụ được trả về");
        assertThat(unread(other, number)).last().isEqualTo("Bạn được giao nhiệm vụ: Ký duyệt hồ sơ");
        journey.approve(number, "sign", CHIEF);
        assertThat(unread(CHIEF, number)).isEmpty();
        assertThat(unread(COLLEAGUE, number)).hasSize(1);
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    @Test
    void whatDoesNotHappenIsNotTold() {
        var number = propose("ad-hoc");
        transaction.executeWithoutResult(status -> {
            journey.complete(number, "complete-dossier", DRAFTER, Map.of());
            status.setRollbackOnly();
        });

        assertThat(unread(CHIEF, number)).isEmpty();
        assertThat(unread(COLLEAGUE, number)).hasSize(1);
    }

    @Test
    void noticesNameNobodyTheDossierIsAbout() {
        var number = propose("ad-hoc");

        assertThat(database.sql("select to_jsonb(notice)::text from notice where dossier_number = ?").param(number)
                .query(String.class).list()).isNotEmpty().noneMatch(row -> row.contains("Người mẫu"));
    }

    private String propose(String type) {
        return journey.propose(DRAFTER, proposal("commune-certificate", type, List.of(individual("Người mẫu"))));
    }

    private List<String> unread(Officer officer, String number) {
        return all(officer, number).stream().filter(Notices.Entry::unread).map(Notices.Entry::text).toList();
    }

    private List<Notices.Entry> all(Officer officer, String number) {
        return notices.list(new Notices.Filter(null, number, null), officer,
                PageRequest.of(0, 100, Sort.by("at"))).getContent();
    }
}
