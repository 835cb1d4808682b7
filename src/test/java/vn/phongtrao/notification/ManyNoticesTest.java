package vn.phongtrao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.Sweep;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.security.Officer;

/** Notices of a province: every page asks for their number, and one shows the newest. A full sweep has a million of them. */
class ManyNoticesTest {

    private static final int NOTICES = Sweep.FULL ? 1_000_000 : 60_000;
    /** Of 8 KB each; the whole table of notices has some ten thousand. */
    private static final int MOST_BLOCKS = 2_000;

    private static JdbcClient jdbc;

    @BeforeAll
    static void manyNotices() {
        jdbc = JdbcClient.create(TestDatabase.create());
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, words, unit_path, decider, ending, status,
                                     opened_by, opened_at, version)
                select 'KT-' || split_part(path, '/', 3) || '-2024-' || lpad(n::text, 5, '0'), 'commendation', 'x', 'x',
                       'Hồ sơ mẫu', '', path, '95/committee-chair', 'decide', 'IN_PROGRESS', 'x', now(), 0
                from (select path from unit where path like '95/%/%' order by path limit 50) commune,
                     generate_series(1, 200) n""").update();
        // of a post's notices one in twenty is of an open task; of those of persons two in three were read
        jdbc.sql("""
                insert into notice (at, dossier_number, kind, post, person, task, stop, over)
                select now() - n * interval '1 minute', d.number, 'task-arrived', case when n % 4 > 0 then d.unit_path || '/police-chief' end,
                       case when n % 4 = 0 then 'police-chief.' || split_part(d.unit_path, '/', 3) end, 'sign', 1,
                       n % 4 > 0 and n % 20 > 1
                from dossier d, generate_series(1, :each) n""").param("each", NOTICES / 10_000).update();
        jdbc.sql("""
                insert into notice_read (notice, person, read_at)
                select id, person, now() from notice where person is not null and id % 3 > 0""").update();
        List.of("dossier", "notice", "notice_read").forEach(table -> jdbc.sql("vacuum analyze " + table).update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"95/954/31813/police-chief", "95/police-chief"})
    void theNumberIsCountedByIndexesFromFewBlocks(String group) {
        var officer = Officer.of("police-chief.31813", List.of(group));
        var plan = explain(Notices.counting(officer), officer, 101);

        assertThat(plan).contains("notice_of_post", "notice_of_person").doesNotContain("Seq Scan");
        assertThat(blocks(plan)).isLessThan(MOST_BLOCKS);
    }

    @ParameterizedTest
    @CsvSource({"95/954/31813/police-chief,false", "95/954/31813/police-chief,true", "95/police-chief,false"})
    void theNewestAreFoundByIndexesFromFewBlocks(String group, boolean unread) {
        var officer = Officer.of("police-chief.31813", List.of(group));
        var plan = explain(Notices.byDossier(unread, officer), officer, Notices.MOST_SHOWN + 1);

        assertThat(plan).contains("notice_of_post", "notice_of_person").doesNotContain("Seq Scan on notice n");
        assertThat(blocks(plan)).isLessThan(5 * MOST_BLOCKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desc", "asc"})
    void aPageOfTheListIsFoundByIndexesFromFewBlocks(String direction) {
        var officer = Officer.of("police-chief.31813", List.of("95/954/31813/police-chief"));
        var plan = explain(Notices.inOrder(officer).formatted("true", " order by at %1$s, id %1$s".formatted(direction)), officer, 0);

        assertThat(plan).contains("notice_of_post", "notice_of_person").doesNotContain("Seq Scan on notice n");
        assertThat(blocks(plan)).isLessThan(MOST_BLOCKS / 2);
    }

    private static int blocks(String plan) {
        return Integer.parseInt(plan.replaceAll("(?s).*?Buffers: shared hit=([0-9]+).*", "$1"));
    }

    private static String explain(String query, Officer officer, int newest) {
        var explained = jdbc.sql("explain (analyze, buffers) " + query).params(Notices.parameters(officer))
                .param("newest", newest).param("limit", 20).param("offset", 0).param("most", 20);
        // what is read from the disk is not counted
        explained.query(String.class).list();
        var plan = String.join("\n", explained.query(String.class).list());
        System.out.printf("Among %d notices:%n%s%n", NOTICES, plan);
        return plan;
    }
}
