package vn.phongtrao.commendation;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Awards in a database, each of a dossier and nominee of its own. */
class SampleAwards {

    private final JdbcClient jdbc;
    private int last;

    SampleAwards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param unit that proposed @param gender null for not known @param fundUnit null for a fund not kept here */
    record Sample(LocalDate decidedOn, String unit, String form, String kind, String gender, Boolean directWorker,
                  Boolean farmer, long bonus, String fund, String fundUnit) {
    }

    /** @return id of the award */
    long add(Sample sample) {
        var number = "KT-" + ++last;
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, version)
                values (:number, 'commendation', 'x', 'regular', 'Mẫu', :unit, '95/committee-chair', 'decide', 'DECIDED',
                        'x', now(), 0)""").param("number", number).param("unit", sample.unit()).update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                values (:number, 'x', 'regular', 'Hòa giải', '2024-01-01', '2024-06-30')""").param("number", number)
                .update();
        return jdbc.sql("""
                with one as (insert into nominee (dossier_number, kind, name, subject)
                             values (:number, :kind, 'Mẫu', :number) returning id)
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name,
                    subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                    base_salary, bonus, gender, direct_worker, farmer, fund, fund_unit)
                select :number, id, '05/QĐ', :on, :unit, :form, :kind, 'Mẫu', :number, 'Hòa giải', 'x', 'regular',
                       '2024-01-01', '2024-06-30', 1, 2340000, :bonus, :gender, :worker::boolean, :farmer::boolean, :fund,
                       :fundUnit
                from one returning id""")
                .param("number", number).param("kind", sample.kind()).param("on", sample.decidedOn())
                .param("unit", sample.unit()).param("form", sample.form()).param("bonus", sample.bonus())
                .param("gender", sample.gender()).param("worker", sample.directWorker())
                .param("farmer", sample.farmer()).param("fund", sample.fund()).param("fundUnit", sample.fundUnit())
                .query(Long.class).single();
    }
}
