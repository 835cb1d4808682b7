package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How much is stored. A request that is refused must leave it as it was. */
class Stored {

    private static final String COUNTS = """
            select (select count(*) from dossier) dossiers, (select sum(version) from dossier) versions,
                   (select sum(last_number) from dossier_series) dossier_numbers,
                   (select count(*) from nominee) nominees, (select count(*) from dossier_step) steps,
                   (select count(*) from ballot) ballots, (select count(*) from decision) decisions,
                   (select sum(last_number) from decision_series) decision_numbers,
                   (select count(*) from award) awards, (select count(*) from act_ru_execution) executions,
                   (select sum(rev_) from act_ru_execution) revisions, (select count(*) from act_ru_task) tasks,
                   (select count(assignee_) from act_ru_task) assigned,
                   (select count(*) from act_ru_variable) variables, (select count(*) from act_ge_bytearray) bytes,
                   (select md5(string_agg(n::text, '' order by id)) from nominee n) people,
                   (select md5(string_agg(c::text, '' order by dossier_number)) from commendation c) achievements""";

    private final JdbcClient jdbc;

    Stored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Object> now() {
        return jdbc.sql(COUNTS).query().singleRow();
    }

    /** Makes the call and asserts that it was refused with that status, named the cause and changed nothing. */
    Answer assertRefused(int status, String named, Supplier<Answer> call) {
        var before = now();
        var answer = call.get();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).contains(named);
        assertThat(now()).as(answer.toString()).isEqualTo(before);
        assertSaysNothingInternal(answer);
        return answer;
    }

    static void assertSaysNothingInternal(Answer answer) {
        assertThat(answer.body()).as(answer.call()).doesNotContain(INTERNAL);
    }

    private static final List<String> INTERNAL = List.of("Exception", "org.", "java.", "vn.phongtrao", "insert into",
            "SQL", "ENGINE-", "Caused by", "Cannot instantiate", "violates");
}
