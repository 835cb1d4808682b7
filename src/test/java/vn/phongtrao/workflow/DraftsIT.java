package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ScenarioTest
class DraftsIT {

    @Autowired
    Drafts drafts;
    @Autowired
    JdbcClient database;

    @Test
    void aDraftIsForgottenAfterTwoWeeks() {
        var officer = officer(POLICE_OFFICER, "95/954/31813");
        var old = Drafts.Place.start("commendation");
        var recent = Drafts.Place.start("team-change");
        drafts.keep(old, officer, "{}", null);
        drafts.keep(recent, officer, "{}", null);
        age(old, 15);
        age(recent, 13);

        drafts.forgetOld();

        assertThat(drafts.of(old, officer)).isEmpty();
        assertThat(drafts.of(recent, officer)).isPresent();
    }

    @Test
    void aDraftOfATaskThatHasEndedIsForgottenTheNextNight() {
        var officer = officer(POLICE_OFFICER, "95/954/31813");
        var open = Drafts.Place.task("an-open-task");
        var ended = Drafts.Place.task("a-task-that-has-ended");
        drafts.keep(open, officer, "{}", null);
        drafts.keep(ended, officer, "{}", null);
        database.sql("insert into act_ru_task (id_, rev_, suspension_state_) values ('an-open-task', 1, 1)").update();

        drafts.forgetOld();

        assertThat(drafts.of(open, officer)).isPresent();
        assertThat(drafts.of(ended, officer)).isEmpty();
        database.sql("delete from act_ru_task where id_ = 'an-open-task'").update();
    }

    private void age(Drafts.Place place, int days) {
        database.sql("update draft set saved_at = saved_at - make_interval(days => ?) where place = ?")
                .params(days, place.value()).update();
    }
}
