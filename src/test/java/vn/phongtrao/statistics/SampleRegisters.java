package vn.phongtrao.statistics;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registers full of invented rows, the same for the same seed: ten years up to the end of 2024 in the communes of Bạc Liêu.
 * Rows stand alone, without the dossiers and decisions that they would come from.
 */
final class SampleRegisters {

    private static final String UNIT = "(select path from pg_temp.commune where number = chance(i, %1$d + %2$d, 64))";

    private final JdbcClient jdbc;
    private final long seed;

    /** @param jdbc on one connection */
    SampleRegisters(JdbcClient jdbc, long seed) {
        this.jdbc = jdbc;
        this.seed = seed;
        prepare();
    }

    /** Rows of tests are given to no dossier, decision or unit. */
    private void prepare() {
        jdbc.sql("""
                do $$ declare one record; begin
                    for one in select conrelid::regclass as name, conname from pg_constraint where contype = 'f' loop
                        execute format('alter table %s drop constraint if exists %I', one.name, one.conname);
                    end loop;
                end $$""").update();
        jdbc.sql("""
                create or replace function chance(i bigint, salt bigint, n bigint) returns bigint language sql immutable as
                $$ select (hashint8extended(i, salt) & 9223372036854775807) % n $$""").update();
        jdbc.sql("""
                create or replace function some_day(i bigint, salt bigint) returns date language sql immutable as
                $$ select date '2015-01-01' + chance(i, salt, 3653)::integer $$""").update();
        jdbc.sql("drop table if exists pg_temp.commune").update();
        jdbc.sql("""
                create temporary table commune as
                select path, row_number() over (order by path) - 1 as number from unit
                where tier = 'commune' and path like '95/%'""").update();
    }

    /**
     * Fills them.
     *
     * @param rows about how many in all: ten times the teams, members and models that Bạc Liêu ever had, where there is
     *             room for them, and awards for the rest
     */
    void fill(long rows) {
        var few = Math.min(rows / 50, 5_000);
        hamlets();
        teams(few);
        members(few * 5);
        models(few);
        safeAreas();
        organisations(few, rows / 20);
        awards(rows - few * 14 - rows / 20);
        jdbc.sql("analyze").update();
    }

    private void insert(String sql, long rows) {
        insert(sql, rows, "");
    }

    private void insert(String sql, long rows, String end) {
        jdbc.sql(sql.formatted(UNIT.formatted(seed, 1), seed) + " from generate_series(1, " + rows + ") i" + end).update();
    }

    private void hamlets() {
        jdbc.sql("""
                insert into hamlet (path, commune_path, code, name, valid_from, valid_to)
                select path || '/' || code, path, code, 'Ấp Mẫu ' || h, '2004-01-01',
                       case when chance(number * 10 + h, %d, 10) = 0 then some_day(number * 10 + h, %d) end
                from pg_temp.commune, generate_series(1, 8) h,
                     lateral (select split_part(path, '/', 3) || '-0' || h as code)"""
                .formatted(seed, seed)).update();
    }

    private void teams(long rows) {
        insert("""
                insert into team (id, unit_path, hamlet_path, name, established_on, established_by, dissolved_on, dissolved_by)
                overriding system value
                select i, %1$s, %1$s || '/' || split_part(%1$s, '/', 3) || '-01', 'Tổ Mẫu', some_day(i, %2$d), 1,
                       case when chance(i, %2$d + 2, 3) = 0 then some_day(i, %2$d) + chance(i, %2$d + 3, 900)::integer end,
                       case when chance(i, %2$d + 2, 3) = 0 then 2 end""", rows);
    }

    private void members(long rows) {
        insert("""
                insert into team_member (id, team_id, name, birth_date, citizen_cipher, citizen_digest, citizen_mask,
                                         joined_on, joined_by, left_on, left_by)
                overriding system value
                select i, 1 + chance(i, %2$d, (select count(*) from team)), 'Nguyễn Văn Mẫu', '1980-01-01', '',
                       decode(lpad(to_hex(i), 16, '0'), 'hex'), '***', some_day(i, %2$d), 1,
                       case when chance(i, %2$d + 2, 2) = 0 then some_day(i, %2$d) + chance(i, %2$d + 3, 900)::integer end,
                       case when chance(i, %2$d + 2, 2) = 0 then 2 end""", rows);
        jdbc.sql("""
                insert into team_role (member_id, role, since, decision_id)
                select id, (array['LEADER', 'DEPUTY', 'MEMBER'])[1 + chance(id + turn, %1$d, 3)],
                       joined_on + turn * chance(id, %1$d, 200)::integer, 1
                from team_member, generate_series(0, 2) turn where turn = 0 or chance(id + turn, %1$d + 1, 4) = 0
                order by id, turn""".formatted(seed)).update();
    }

    private void models(long rows) {
        insert("""
                insert into model (id, name, name_key, model_group, unit_path, teams, retired_on)
                overriding system value
                select i, 'Mô hình Mẫu', 'x', (array['crime-prevention', 'fire-rescue', 'self-management'])[1 + chance(i, %2$d, 3)],
                       %1$s, 1, case when chance(i, %2$d + 2, 4) = 0 then some_day(i, %2$d + 3) end""", rows);
        insert("""
                insert into model_recognition (model_id, level, rank, decision_number, decided_on, authority)
                select i, 'commune', 1, '1/QĐ', some_day(i, %2$d), 'x'""", rows);
        insert("""
                insert into model_recognition (model_id, level, rank, decision_number, decided_on, authority)
                select i * 5, 'ministry', 4, '1/QĐ', some_day(i, %2$d + 1), 'x'""", rows / 5);
        insert("""
                insert into model_site (model_id, name, name_key, unit_path, teams, decision_number, decided_on, authority, retired_on)
                select 1 + chance(i, %2$d, (select count(*) from model)), 'Điểm Mẫu', 'x', %1$s, 1, '1/QĐ', some_day(i, %2$d), 'x',
                       case when chance(i, %2$d + 2, 4) = 0 then some_day(i, %2$d + 3) end""", rows);
    }

    private void safeAreas() {
        jdbc.sql("""
                insert into safe_area_body (path, unit_path, kind, type, name, manager, valid_from, valid_to, entered_by)
                select path || '/0-' || b, path, (array['agency', 'enterprise', 'school'])[b], 'office', 'Đơn vị Mẫu ' || b,
                       'commune', '2004-01-01', case when chance(number * 3 + b, %1$d, 10) = 0 then some_day(number * 3 + b, %1$d) end, 'x'
                from pg_temp.commune, generate_series(1, 3) b""".formatted(seed)).update();
        jdbc.sql("""
                insert into safe_area_registration (year, subject, area_path, area_name, unit_path, registered_on, in_time,
                                                    entered_by, entered_at)
                select year, 'commune', path, 'x', path, make_date(year, 1, 1) + chance(number + year, %1$d, 120)::integer,
                       true, 'x', now()
                from pg_temp.commune, generate_series(2014, 2024) year""".formatted(seed)).update();
        jdbc.sql("""
                insert into safe_area_result (year, subject, area_path, area_name, unit_path, result, reason, decided_on,
                                              revoked_on, imported_by)
                select year, subject, area, 'x', commune, result, case when result = 'failed' then 'x' end,
                       decided_on, case when chance(hashtext(area) + year, %1$d + 3, 20) = 0 then decided_on + 40 end, 'x'
                from (select path as area, commune_path as commune, 'hamlet' as subject from hamlet
                      union all select path, unit_path, kind from safe_area_body
                      union all select path, path, 'commune' from pg_temp.commune) area, generate_series(2014, 2024) year,
                     lateral (select case when chance(hashtext(area) + year, %1$d, 6) = 0 then 'failed' else 'passed' end as result,
                                     make_date(year, 11, 1) + chance(hashtext(area) + year, %1$d + 1, 150)::integer as decided_on)
                where chance(hashtext(area) + year, %1$d + 2, 8) > 0""".formatted(seed)).update();
    }

    private void organisations(long rows, long counts) {
        insert("""
                insert into mass_organisation (id, unit_path, name, kind, active_from, active_until)
                overriding system value
                select i, %1$s, 'Tổ tự quản Mẫu ' || i, 'Tổ tự quản', some_day(i, %2$d),
                       case when chance(i, %2$d + 2, 5) = 0 then some_day(i, %2$d) + chance(i, %2$d + 3, 900)::integer end""", rows);
        insert("""
                insert into mass_organisation_members (organisation_id, counted_on, members, counted_by)
                select i, some_day(i, %2$d), chance(i, %2$d + 4, 90), 'x'""", rows);
        jdbc.sql("""
                insert into mass_organisation_members (organisation_id, counted_on, members, counted_by)
                select id, active_from + chance(i, %1$d + 5, 1000)::integer, chance(i, %1$d + 6, 90), 'x'
                from generate_series(1, %2$d) i join mass_organisation on id = 1 + chance(i, %1$d + 7, %3$d)
                on conflict do nothing""".formatted(seed, counts, rows)).update();
    }

    private void awards(long rows) {
        insert("""
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name, subject,
                                   achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                                   base_salary, bonus, gender, direct_worker, farmer, fund, fund_unit)
                select 'KT-' || i, i, '1/QĐ', some_day(i, %2$d), unit_path, form, kind, 'x', 'x', 'x', 'x',
                       'regular', '2024-01-01', '2024-01-01', 1, 2340000, 1000 * chance(i, %2$d + 4, 5000),
                       case when kind = 'individual' then (array['male', 'female'])[1 + chance(i, %2$d + 5, 3)] end,
                       case when kind = 'individual' then chance(i, %2$d + 6, 2) = 0 end,
                       case when kind = 'individual' then chance(i, %2$d + 7, 2) = 0 end, fund,
                       case fund when 'commune' then unit_path when 'district' then regexp_replace(unit_path, '/[^/]+$', '')
                                 when 'province' then '95' when 'province-police' then '95' end
                from (select i, %1$s as unit_path,
                             (array['commune-certificate', 'district-certificate', 'police-director-certificate', 'province-merit',
                                    'party-merit', 'ministry-merit'])[1 + chance(i, %2$d + 2, 6)] as form,
                             (array['commune', 'district', 'province-police', 'province', 'party', 'ministry'])
                                 [1 + chance(i, %2$d + 2, 6)] as fund,
                             (array['individual', 'household', 'collective'])[1 + chance(i, %2$d + 3, 3)] as kind""",
                rows, ") award");
        jdbc.sql("""
                insert into award_payment (award_id, paid_on, recorded_by, recorded_at, undone_by, undone_at, undo_reason)
                select id, decided_on + 9, 'x', now(), case when undone then 'x' end, case when undone then now() end,
                       case when undone then 'x' end
                from award, lateral (select chance(id, %1$d + 9, 20) = 0 as undone) payment
                where fund_unit is not null and bonus > 0 and chance(id, %1$d + 8, 2) = 0""".formatted(seed)).update();
    }
}
