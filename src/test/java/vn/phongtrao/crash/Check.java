package vn.phongtrao.crash;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of the database whatever was killed. Each asks for what breaks it, in words. */
enum Check {

    /** Decisions, submissions and minutes share the series of their authority. */
    NUMBERS_HAVE_NO_GAPS("""
            with label as (
                select s.unit_path as authority, b.number as label from submission b join dossier_stop s using (dossier_number, stop)
                union all
                select split_part(d.decider, '/committee-chair', 1), v.number from vote_session v
                    join dossier d on d.number = v.dossier_number where v.number is not null),
            taken as (
                select authority, symbol, number from decision
                union all
                select authority, substring(label from '/(.*)'), substring(label from '^[0-9]+')::int from label)
            select authority || ' ' || symbol || ': last ' || coalesce(last_number, 0) || ', taken '
                   || coalesce(string_agg(taken.number::text, ' ' order by taken.number), 'none')
            from decision_series full join taken using (authority, symbol)
            group by authority, symbol, last_number
            having last_number is null or count(number) <> last_number or count(distinct number) <> last_number
                   or max(number) <> last_number"""),

    DOSSIERS_ARE_NUMBERED_WITHOUT_GAPS("""
            select prefix || '-' || unit_code || '-' || year || ': last ' || last_number || ', there ' || count(dossier.number)
            from dossier_series left join dossier on dossier.number like prefix || '-' || unit_code || '-' || year || '-%'
            group by prefix, unit_code, year, last_number
            having count(dossier.number) <> last_number
                   or max(substring(dossier.number from '[0-9]+$')::int) <> last_number"""),

    EACH_NOMINEE_HAS_ONE_AWARD("""
            select dossier.number || ': nominee ' || nominee.id || ' is ' || nominee.result || ', awards ' || count(award.id)
            from nominee join dossier on dossier.number = nominee.dossier_number left join award on award.nominee_id = nominee.id
                left join decision on decision.id = award.decision_id and decision.dossier_number = dossier.number
            group by dossier.number, dossier.status, nominee.id, nominee.result
            having count(award.id) <> case when dossier.status = 'DECIDED' and nominee.result = 'awarded' then 1 else 0 end
                   or count(decision.id) <> count(award.id)"""),

    EACH_DECIDED_DOSSIER_HAS_WHAT_WAS_DECIDED("""
            select d.number || ' ' || process || ': ' || (select count(*) from decision where dossier_number = d.number) || ' decisions'
            from dossier d where status = 'DECIDED' and case process
                when 'commendation' then (select count(*) from decision where dossier_number = d.number) <> 1
                    or not exists (select from award where dossier_number = d.number)
                when 'model-recognition' then (select count(*) from model_recognition where dossier_number = d.number) <> 1
                    or (select count(*) from decision where dossier_number = d.number) <> 1
                when 'team-establishment' then (select count(*) from team join decision on decision.id = team.established_by
                                                where dossier_number = d.number) <> 1
                    or (select count(*) from team join decision on decision.id = team.established_by
                            join team_member on team_member.team_id = team.id where dossier_number = d.number) <> 3
                else false end"""),

    WHAT_HAS_NOT_BEEN_DECIDED_HAS_NO_DECISION("""
            select dossier_number || ': ' || decision.number || '/' || decision.symbol from decision join dossier on dossier.number = dossier_number
            where status <> 'DECIDED' and process in ('commendation', 'model-recognition')"""),

    PAPERS_ARE_AS_THEY_WERE_PRINTED("""
            select dossier_number || ' ' || name from paper where sha256 <> sha256(content)"""),

    EACH_DECISION_HAS_ITS_PAPER("""
            select dossier_number || ': ' || id from decision
            where not exists (select from paper where paper.dossier_number = decision.dossier_number and name = 'decision-' || id)"""),

    FILES_ARE_AS_THEY_WERE_SENT("""
            select dossier_number || ' ' || name from dossier_document where sha256 <> encode(sha256(content), 'hex')"""),

    /** The engine and the dossier tell the same. */
    EACH_COMPLETED_TASK_IS_ONE_STEP("""
            with task as (
                select business_key_ as number, act_id_ as task, count(*) as times from act_hi_actinst a
                    join act_hi_procinst p on p.id_ = a.proc_inst_id_
                where act_type_ = 'userTask' and a.end_time_ is not null and act_inst_state_ <> 2 group by 1, 2),
            step as (
                select dossier_number as number, task, count(*) as times from dossier_step
                where task in (select act_id_ from act_hi_actinst where act_type_ = 'userTask') group by 1, 2)
            select number || ' ' || task || ': completed ' || coalesce(task.times, 0) || ', recorded ' || coalesce(step.times, 0)
            from task full join step using (number, task) where task.times is distinct from step.times"""),

    /** The audit trail tells neither more nor less; that it is whole is asked of the program. */
    EACH_STEP_IS_TOLD_BY_THE_TRAIL("""
            with step as (select dossier_number as number, task, actor, finished_at as at, count(*) as times from dossier_step group by 1, 2, 3, 4),
            told as (
                select dossier as number, substring(subject from 'task=([a-z-]+)') as task, account as actor, at, count(*) as times
                from audit_event where act = 'step' group by 1, 2, 3, 4)
            select number || ' ' || task || ' by ' || actor || ' at ' || at || ': steps ' || coalesce(step.times, 0) || ', told ' || coalesce(told.times, 0)
            from step full join told using (number, task, actor, at) where step.times is distinct from told.times"""),

    /** Officers of this test send them one by one. */
    EACH_FILE_IS_TOLD_BY_THE_TRAIL("""
            with file as (select dossier_number as number, uploaded_by as account, count(*) as times from dossier_document group by 1, 2),
            told as (select dossier as number, account, count(*) as times from audit_event
                     where act = 'POST /api/dossiers/{number}/documents' and outcome = 'done' group by 1, 2)
            select number || ' by ' || account || ': files ' || coalesce(file.times, 0) || ', told ' || coalesce(told.times, 0)
            from file full join told using (number, account) where file.times is distinct from told.times"""),

    DOSSIERS_HAVE_ENDED_OR_WAIT_AT_A_TASK("""
            select number || ' ' || status || ': ' || count(distinct t.task_def_key_) || ' tasks'
            from dossier left join act_ru_execution e on e.business_key_ = number left join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
            group by number, status, closed_at
            having case when closed_at is null then count(distinct t.task_def_key_) <> 1 else count(e.id_) > 0 end"""),

    NOBODY_IS_TOLD_TWICE("""
            with task as (
                select business_key_ as number, act_id_ as task, count(*) as times from act_hi_actinst a
                    join act_hi_procinst p on p.id_ = a.proc_inst_id_ where act_type_ = 'userTask' group by 1, 2),
            told as (
                select dossier_number as number, task, count(*) as times from notice
                where kind in ('task-arrived', 'task-returned') group by 1, 2)
            select number || ' ' || task || ': ' || coalesce(task.times, 0) || ' tasks, ' || coalesce(told.times, 0) || ' notices'
            from task full join told using (number, task) where task.times is distinct from told.times"""),

    WHOEVER_PROPOSED_IS_TOLD_THE_END_ONCE("""
            select number || ' ' || status || ': ' || count(notice.id) from dossier left join notice on dossier_number = number
                and kind in ('decided', 'rejected', 'withdrawn') and person = opened_by
            group by number, status having count(notice.id) <> case when status = 'DECIDED' then 1 else 0 end"""),

    NOTHING_WAITS_TO_BE_SENT("""
            select channel || ' ' || key || ': ' || attempts || ' attempts, ' || coalesce(answer, 'no answer') from outgoing_message
            where sent_at is null
            union all select 'notice ' || id from notice where not mailed"""),

    /** Of the mails that are wanted at once; a notice of a task that was over by then needs none. */
    WHOEVER_WANTS_MAILS_HAS_ONE_OF_THE_END("""
            select 'notice ' || notice.id || ' to ' || notice.person from notice join notice_choice using (person)
            where mail = 'at-once' and kind = 'decided'
                and not exists (select from outgoing_message where key = 'notice-' || notice.id || '-' || notice.person)"""),

    /** Also those that a node had when it was killed: when nobody works, none is locked, and none that was made due waits. */
    JOBS_GO_ON("""
            select id_ || ' ' || handler_cfg_ || ': due ' || coalesce(duedate_::text, '-') || ', locked by ' || coalesce(lock_owner_, 'nobody')
                   || ', retries ' || retries_
            from act_ru_job where retries_ = 0 or lock_owner_ is not null or duedate_ < '2001-01-01'"""),

    NO_TRANSACTION_IS_LEFT_OPEN("""
            select pid || ' since ' || xact_start from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                and xact_start < now() - interval '10 seconds'
            union all select 'prepared ' || gid from pg_prepared_xacts
            union all select 'lock of ' || pid from pg_locks where locktype = 'advisory'
                and not exists (select from pg_stat_activity a where a.pid = pg_locks.pid and xact_start > now() - interval '10 seconds')""");

    private final String finding;

    Check(String finding) {
        this.finding = finding;
    }

    /** What breaks it; nothing where it holds. */
    List<String> broken(JdbcClient jdbc) {
        return jdbc.sql(finding).query(String.class).list().stream().map(found -> "%s: %s".formatted(this, found)).toList();
    }
}
