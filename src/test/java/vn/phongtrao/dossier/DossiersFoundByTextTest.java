package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.dossier.DossierRegister.Filter;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Words;

/** One dossier among thirty thousand. */
class DossiersFoundByTextTest {

    private static JdbcClient jdbc;
    private static DossierRegister register;

    @BeforeAll
    static void manyDossiers() {
        jdbc = JdbcClient.create(TestDatabase.create());
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, words, unit_path, decider, ending, status,
                                     opened_by, opened_at, version)
                select 'KT-31813-2024-' || lpad(n::text, 5, '0'), 'commendation', 'commune-certificate', 'ad-hoc',
                       'Giấy khen: 1 đề nghị', 'Bắt trộm số ' || n || E'\\nNguyễn Văn ' || md5(n::text),
                       '95/954/31813', '95/committee-chair', 'decide', 'IN_PROGRESS', 'x', now(), 0
                from generate_series(1, 30000) n""").update();
        jdbc.sql("update dossier set words = ? where number = 'KT-31813-2024-00777'")
                .param("Cứu người đuối nước ở Mỹ Hòa\nĐặng Thúy Hoà").update();
        jdbc.sql("vacuum analyze dossier").update();
        register = new DossierRegister(mock(), mock(), mock(), mock(), mock(), List.of(), List.of(), mock(), mock(), jdbc,
                Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KT-31813-2024-00777", "kt 31813 2024 00777", "dang thuy hoa", "ĐẶNG THUÝ HÒA",
            "\u00D0ặng Thúy", "Thu\u0301y  Hoà", "cuu nguoi duoi nuoc", "mỹ hoà", "nước đuối cứu",
            "Đặng Thúy Hòa cứu người", "o my hoa dang", "00777"})
    void aTextFindsItsDossier(String text) {
        assertThat(found(text, "95/954/31813/police-officer")).containsExactly("KT-31813-2024-00777");
        assertThat(found(text, "95/956/31843/police-officer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "%", "\\", "Đặng Thúy Hòa An"})
    void whatIsNotThereFindsNothing(String text) {
        assertThat(found(text, "95/police-chief")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dang thuy hoa", "o my hoa"})
    void theIndexFindsThem(String text) {
        var words = Words.of(text);
        var plan = String.join("\n", jdbc.sql("explain select * from dossier where " + words.each(DossierRegister.found("q"), "q"))
                .params(words.patterns("q")).query(String.class).list());

        assertThat(plan).contains("dossier_found_by").doesNotContain("Seq Scan on dossier");
    }

    @Test
    void whatIsFoundIsCountedSortedAndTurnedOver() {
        for (var order : List.of(Sort.by("number").descending(), Sort.by("dueOn", "number").descending())) {
            var page = found("0077", "95/954/31813/police-officer", PageRequest.of(1, 4, order));
            assertThat(page.getTotalElements()).as(order.toString()).isEqualTo(10);
            assertThat(page).as(order.toString()).extracting(entry -> entry.number().value()).containsExactly("KT-31813-2024-00775", "KT-31813-2024-00774",
                    "KT-31813-2024-00773", "KT-31813-2024-00772");
        }
        var behind = found("0077", "95/954/31813/police-officer", PageRequest.of(9, 4, Sort.by("number")));
        assertThat(behind).isEmpty();
        assertThat(behind.getTotalElements()).isEqualTo(10);
    }

    @Test
    void whatAllHaveIsSortedThoughItIsNotCounted() {
        var page = found("giay khen", "95/954/31813/police-officer", PageRequest.of(0, 2, Sort.by("number").descending()));
        assertThat(page).extracting(entry -> entry.number().value()).containsExactly("KT-31813-2024-30000", "KT-31813-2024-29999");
        assertThat(page.getTotalElements()).isEqualTo(10_001);
    }

    private static List<String> found(String text, String group) {
        return found(text, group, PageRequest.ofSize(5)).map(entry -> entry.number().value()).getContent();
    }

    private static Page<DossierRegister.Entry> found(String text, String group, Pageable pageable) {
        return register.list(new Filter(null, null, null, null, null, text, null, null, null, null, null), Officer.of("x", List.of(group)), pageable);
    }
}
