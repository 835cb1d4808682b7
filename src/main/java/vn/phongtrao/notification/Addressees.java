package vn.phongtrao.notification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostDeputies;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.Post;

/** Who is meant by a notice today, as Keycloak has it: asked by jobs alone, as no step waits for Keycloak. */
@Component
class Addressees {

    private final PostHolders holders;
    private final PostDeputies deputies;
    private final JdbcClient jdbc;

    Addressees(PostHolders holders, PostDeputies deputies, JdbcClient jdbc) {
        this.holders = holders;
        this.deputies = deputies;
        this.jdbc = jdbc;
    }

    /** Who has read which notice. */
    record Reading(long notice, String person) {
    }

    /** Of these notices. */
    Set<Reading> readings(List<Told> notices) {
        return jdbc.sql("select notice, person from notice_read where notice = any(?)")
                .param(notices.stream().map(Told::id).toArray(Long[]::new))
                .query((row, index) -> new Reading(row.getLong("notice"), row.getString("person"))).set();
    }

    /**
     * Those who have still to be told.
     *
     * @throws vn.phongtrao.refusal.Refusal conflict, while Keycloak does not say
     */
    Set<String> of(Told notice, Set<Reading> readings) {
        var people = new HashSet<String>();
        if (Officer.ADMINISTRATORS.equals(notice.post())) {
            people.addAll(holders.administrators());
        } else if (notice.person() == null) {
            var post = Post.ofGroup(notice.post()).orElseThrow();
            people.addAll(holders.of(post));
            people.addAll(deputies.of(post));
        } else {
            people.add(notice.person());
        }
        people.removeIf(person -> person.equals(notice.causedBy()) || readings.contains(new Reading(notice.id(), person)));
        return people;
    }
}
