package vn.phongtrao.workflow;

import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.workload.Workload;

/**
 * How long the workload of a province takes with 30,000 open tasks and ten years of dossiers:
 * {@code ./mvnw test -Dtest=WorkloadBenchmark -Drows=1000000}. No part of the build.
 */
@ScenarioTest
class WorkloadBenchmark {

    private static final int ROUNDS = 7;
    private static final int OPEN = 30_000;
    private static final UnitPath PROVINCE = UnitPath.of("95");

    @Autowired
    Workload workload;
    @Autowired
    JdbcClient jdbc;

    @Test
    void workloadOfAProvince() {
        fill(Long.getLong("rows", 1_000_000));
        var chief = officer(POLICE_CHIEF, "95");
        var commune = officer(COMMITTEE_CHAIR, "95/954/31813");
        var quarter = workload.period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 6, 30));
        var year = workload.period(LocalDate.of(2023, 7, 1), LocalDate.of(2024, 6, 30));
        measure("sums: province", () -> workload.sums(PROVINCE, chief));
        measure("sums: commune", () -> workload.sums(null, commune));
        measure("times: province, a quarter", () -> workload.summed(PROVINCE, quarter, chief));
        measure("times: province, a year", () -> workload.summed(PROVINCE, year, chief));
        measure("times: commune, a year", () -> workload.summed(null, year, commune));
        measure("tasks: province", () -> list(null, chief));
        measure("tasks: province, late", () -> list(true, chief));
        measure("tasks: commune", () -> list(null, commune));
    }

    private Object list(Boolean late, Officer officer) {
        return workload.list(new HeldTasks.Filter(null, null, null, null, late, null), officer,
                PageRequest.of(0, 50, Sort.by("dueOn")));
    }

    /** Each dossier took five steps; one in four of the open tasks is taken, one in three late. */
    private void fill(long rows) {
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, words, unit_path, decider, ending, status, opened_by,
                                     opened_at, closed_at, version)
                select 'KT-' || c.code || '-' || 2014 + n % 10 || '-' || lpad(n::text, 7, '0'), 'commendation', 'x', 'x', 'Hồ sơ mẫu', '',
                       c.path, c.path || '/committee-chair', 'decide', case when n > :closed then 'IN_PROGRESS' else 'DECIDED' end, 'x',
                       timestamptz '2014-07-01' + n % 3650 * interval '1 day',
                       case when n > :closed then null else timestamptz '2014-07-20' + n % 3650 * interval '1 day' end, 0
                from generate_series(1, :closed + :open) n
                join (select path, split_part(path, '/', 3) as code, row_number() over (order by path) - 1 as place,
                             count(*) over () as all_of from unit where path like '95/%/%') c on n % c.all_of = c.place""")
                .param("closed", rows).param("open", OPEN).update();
        jdbc.sql("""
                insert into dossier_step (dossier_number, task, unit_path, position, actor, received_at, finished_at, working_days,
                                          given_days)
                select number, (array['complete-dossier', 'sign', 'sign', 'appraise', 'decide'])[n], unit_path,
                       (array['police-officer', 'police-chief', 'committee-chair', 'committee-clerk', 'committee-chair'])[n],
                       'x' || n, opened_at, opened_at + n * interval '3 days', (hashtext(number) & 7) + n, 3 + n
                from dossier, generate_series(1, 5) n where closed_at is not null""").update();
        jdbc.sql("""
                insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, suspension_state_)
                select number, 1, number, number, 1 from dossier where closed_at is null and title = 'Hồ sơ mẫu'""").update();
        jdbc.sql("""
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, name_, task_def_key_, assignee_, priority_,
                                         create_time_, due_date_, suspension_state_)
                select number, 1, number, number, 'Ký duyệt hồ sơ', 'sign',
                       case when hashtext(number) & 3 = 0 then 'police-chief.' || split_part(unit_path, '/', 3) end, 50,
                       timestamp '2024-06-20', timestamp '2024-06-25' + (hashtext(number) & 15) * interval '1 day', 1
                from dossier where closed_at is null and title = 'Hồ sơ mẫu'""").update();
        jdbc.sql("""
                insert into act_ru_identitylink (id_, rev_, type_, task_id_, group_id_)
                select number, 1, 'candidate', number, unit_path || '/police-chief'
                from dossier where closed_at is null and title = 'Hồ sơ mẫu'""").update();
        List.of("dossier", "dossier_step", "act_ru_execution", "act_ru_task", "act_ru_identitylink")
                .forEach(table -> jdbc.sql("vacuum analyze " + table).update());
    }

    private static void measure(String name, Supplier<Object> call) {
        call.get();
        var times = LongStream.range(0, ROUNDS).map(round -> {
            var began = System.nanoTime();
            call.get();
            return System.nanoTime() - began;
        }).sorted().toArray();
        System.out.printf("%-40s median %5.0f ms, slowest %5.0f ms%n", name, times[ROUNDS / 2] / 1e6, times[ROUNDS - 1] / 1e6);
    }
}
