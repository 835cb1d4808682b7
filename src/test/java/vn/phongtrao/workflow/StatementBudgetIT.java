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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.security.Officer;

/**
 * How many SQL statements a step takes, engine, dossier and register together. More is a regression. Whoever keeps a last
 * day holds the calendar, which is one of them. Each task has a timer that reminds of it, in a scope of its own: two when it
 * comes, three when it goes. Of two walks the lesser figure counts: what is kept for a minute is read again in one of them.
 */
@ScenarioTest
class StatementBudgetIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Map<String, Object> APPROVE = Map.of("outcome", "approve");
    private static final Map<String, Long> BUDGET = Map.of("submit", 20L, "complete", 33L, "sign", 38L, "claim", 12L,
            "appraise", 42L, "vote", 21L, "last vote", 42L, "decide", 36L);
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);

    @Autowired
    Journey journey;

    @Test
    void stepsStayWithinTheirBudget() {
        walk();
        var taken = walk();
        walk().forEach((step, statements) -> taken.merge(step, statements, Math::min));

        System.out.println("SQL statements of a step: " + taken);
        assertThat(taken).allSatisfy((step, statements) ->
                assertThat(statements).as(step).isPositive().isLessThanOrEqualTo(BUDGET.get(step)));
    }

    @Test
    void noStatementIsCompiled(@Autowired JdbcClient jdbc) {
        assertThat(jdbc.sql("select setting || ' by ' || source from pg_settings where name = 'jit'").query(String.class).single())
                .isEqualTo("off by session");
    }

    /** A regular commune certificate for one person, with the council. @return statements by step */
    private Map<String, Long> walk() {
        Map<String, Long> taken = new LinkedHashMap<>();
        var number = new String[1];
        taken.put("submit", Statements.of(() -> number[0] = journey.propose(DRAFTER,
                proposal("commune-certificate", "regular", List.of(individual("Người mẫu"))))));
        journey.bringPapers(number[0]);
        taken.put("complete", completing(number[0], "complete-dossier", DRAFTER, Map.of()));
        taken.put("sign", completing(number[0], "sign", officer(POLICE_CHIEF, COMMUNE), APPROVE));
        var appraisal = journey.task(number[0], "appraise", officer(COMMITTEE_CLERK, COMMUNE)).getId();
        taken.put("claim", Statements.of(() -> journey.take(appraisal, officer(COMMITTEE_CLERK, COMMUNE))));
        taken.put("appraise", completing(number[0], "appraise", officer(COMMITTEE_CLERK, COMMUNE), APPROVE));
        Map<String, Object> vote = Map.of("approvedNominees", journey.nomineeIds(number[0]));
        taken.put("vote", completing(number[0], "council-vote", officer(COUNCIL_MEMBER, COMMUNE, 1), vote));
        completing(number[0], "council-vote", officer(COUNCIL_MEMBER, COMMUNE, 2), vote);
        taken.put("last vote", completing(number[0], "council-vote", officer(COUNCIL_MEMBER, COMMUNE, 3), vote));
        taken.put("decide", completing(number[0], "decide", officer(COMMITTEE_CHAIR, COMMUNE), APPROVE));
        return taken;
    }

    private long completing(String number, String task, Officer officer, Map<String, Object> fields) {
        var id = journey.task(number, task, officer).getId();
        return Statements.of(() -> journey.completeById(id, officer, fields));
    }
}
