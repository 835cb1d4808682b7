package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.phongtrao.dossier.DossierEnded;
import vn.phongtrao.dossier.DossierMoved;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.dossier.TaskArrived;
import vn.phongtrao.dossier.TaskEnded;
import vn.phongtrao.security.Officer;

/** What is told of a dossier's way to whoever listens. */
@ScenarioTest
@RecordApplicationEvents
class DossierEventsIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);

    @Autowired
    Journey journey;

    @Autowired
    Handling handling;

    @Autowired
    ApplicationEvents events;

    @Test
    void eachTaskIsToldWithItsStopAndPostAndEachStepOnceAndTheEnd() {
        var number = propose("ad-hoc");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        journey.refuse(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE), "reject");

        var told = List.of(tuple("complete-dossier", null, COMMUNE + "/police-officer", null),
                tuple("sign", 1, COMMUNE + "/police-chief", null), tuple("appraise", 2, COMMUNE + "/committee-clerk", null),
                tuple("decide", null, COMMUNE + "/committee-chair", null));
        assertThat(events.stream(TaskArrived.class)).extracting(TaskArrived::task, TaskArrived::stop,
                task -> task.post().group(), TaskArrived::user).containsExactlyElementsOf(told);
        assertThat(events.stream(TaskEnded.class)).extracting(TaskEnded::task, TaskEnded::stop,
                task -> task.post().group(), TaskEnded::user).containsExactlyElementsOf(told);
        assertThat(events.stream(DossierMoved.class)).extracting(step -> step.assignment().task(), DossierMoved::outcome)
                .containsExactly(tuple("complete-dossier", null), tuple("sign", Outcome.APPROVE),
                        tuple("appraise", Outcome.APPROVE), tuple("decide", Outcome.REJECT));
        assertThat(events.stream(DossierEnded.class)).extracting(end -> end.dossier().number().value(),
                DossierEnded::status).containsExactly(tuple(number, Status.REJECTED));
    }

    @Test
    void aVoteIsToldToEachMemberByNameAndEndsWithoutThoseWhoDidNotVote() {
        var number = propose("regular");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        events.clear();
        journey.closeVoting(number);

        var members = List.of(1, 2, 3).stream().map(one -> officer(COUNCIL_MEMBER, COMMUNE, one).id()).toList();
        assertThat(events.stream(TaskEnded.class)).allMatch(task -> task.task().equals("council-vote"))
                .extracting(TaskEnded::user).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void aWithdrawnDossierEndsWithTheTaskThatWaited() {
        var number = propose("ad-hoc");
        events.clear();

        handling.withdraw(DossierNumber.of(number), "Lý do mẫu", DRAFTER);

        assertThat(events.stream(TaskEnded.class)).extracting(TaskEnded::task).containsExactly("complete-dossier");
        assertThat(events.stream(DossierEnded.class)).extracting(DossierEnded::status)
                .containsExactly(Status.WITHDRAWN);
        assertThat(events.stream(DossierMoved.class)).isEmpty();
    }

    private String propose(String type) {
        return journey.propose(DRAFTER, proposal("commune-certificate", type, List.of(individual("Người mẫu"))));
    }
}
