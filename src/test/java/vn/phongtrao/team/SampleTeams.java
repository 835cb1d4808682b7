package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Invented teams that are there already, each in a hamlet of its own. */
@Component
@Transactional
public class SampleTeams {

    private static final AtomicInteger HAMLETS = new AtomicInteger(100);
    private static final AtomicLong CITIZENS = new AtomicLong(96_000_000_000L);

    private final Teams teams;
    private final Quotas quotas;
    private final CitizenNumbers citizens;
    private final DecisionBook book;
    private final JdbcClient jdbc;
    private final Clock clock;

    SampleTeams(Teams teams, Quotas quotas, CitizenNumbers citizens, DecisionBook book, JdbcClient jdbc, Clock clock) {
        this.teams = teams;
        this.quotas = quotas;
        this.citizens = citizens;
        this.book = book;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A hamlet without a team, in which the quota allows so many members. @return its code */
    public String freeHamlet(UnitPath commune, int seats) {
        var today = LocalDate.now(clock);
        var hamlet = hamlet(commune, "%s-%d".formatted(commune.code(), HAMLETS.incrementAndGet()), today);
        quotas.keep(new Quotas.Quota(commune, hamlet.path(), 1, seats, today, "mẫu/QĐ-UBND", null), "sample");
        return hamlet.code();
    }

    /** A leader, a deputy and two members, where the quota allows so many. @return the team's id */
    public long team(String path, int seats) {
        var commune = UnitPath.of(path);
        var today = LocalDate.now(clock);
        var hamlet = hamlet(commune, "%s-%d".formatted(commune.code(), HAMLETS.incrementAndGet()), today);
        quotas.keep(new Quotas.Quota(commune, hamlet.path(), 1, seats, today, "mẫu/QĐ-UBND", null), "sample");
        var decision = book.issue(new Post(commune, Position.COMMITTEE_CHAIR), Decision.MATTER, "QĐ-UBND",
                "Về việc thành lập Tổ mẫu", DossierNumber.of("TTL-MAU"), commune, "sample");
        var team = teams.establish(hamlet, "Tổ " + hamlet.name(), decision, today);
        for (var role : List.of(Role.LEADER, Role.DEPUTY, Role.MEMBER, Role.MEMBER)) {
            var number = CITIZENS.incrementAndGet();
            teams.recognise(team.id(), new Person("Thành viên mẫu " + number % 10_000, LocalDate.of(1985, 1, 1), "male",
                    citizens.seal("citizenId", "%012d".formatted(number), Optional.empty())), role, decision, today);
        }
        return team.id();
    }

    /** Lets a team and all in it have served since that day. */
    public void since(long team, LocalDate day) {
        jdbc.sql("update team set established_on = ? where id = ?").params(day, team).update();
        jdbc.sql("update team_role set since = ? where member_id in (select id from team_member where team_id = ?)")
                .params(day, team).update();
        jdbc.sql("update team_member set joined_on = ? where team_id = ?").params(day, team).update();
    }

    private Hamlet hamlet(UnitPath commune, String code, LocalDate today) {
        var path = commune.child(code);
        var name = "Khóm mẫu " + code;
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from, sample)
                values (?, ?, ?, ?, ?, true)""").params(path.value(), commune.value(), code, name, today).update();
        return new Hamlet(path, commune, code, name, today, null, true);
    }
}
