package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import vn.phongtrao.TestDatabase;

/** What earlier versions wrote into steps of those who were taken off the list. */
class StepsWithoutNamesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "commendation, sign, \"Đưa ra khỏi danh sách: Nguyễn Văn A, Hộ bà B. Lý do: Xin rút. Lý do: riêng\", Đưa ra khỏi danh sách một số đề nghị. Lý do: Xin rút. Lý do: riêng",
            "commendation, decide, \"Đồng ý\nĐưa ra khỏi danh sách: Nguyễn Văn A. Lý do: x\", \"Đồng ý\nĐưa ra khỏi danh sách một số đề nghị. Lý do: x\"",
            "commendation, sign, Đồng ý, Đồng ý", "team-change, sign, Đưa ra khỏi danh sách: x. Lý do: y, Đưa ra khỏi danh sách: x. Lý do: y"})
    void namesGoAndReasonsStay(String process, String task, String before, String after) {
        try (var database = TestDatabase.create()) {
            var jdbc = JdbcClient.create(database);
            jdbc.sql("""
                    insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by, opened_at, version)
                    values ('X-1', ?, 'x', 'x', 'x', '95', '95/committee-chair', 'decide', 'IN_PROGRESS', 'x', now(), 0)""").param(process).update();
            jdbc.sql("""
                    insert into dossier_step (dossier_number, task, unit_path, position, actor, actor_name, comment, received_at, finished_at, working_days)
                    values ('X-1', ?, '95', 'police-chief', 'x', 'x', ?, now(), now(), 0)""").params(task, before).update();
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/commendation/V561__steps_without_names.sql")).execute(database);

            assertThat(jdbc.sql("select comment from dossier_step").query(String.class).single()).isEqualTo(after);
        }
    }
}
