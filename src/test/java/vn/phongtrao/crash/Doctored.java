package vn.phongtrao.crash;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database to which is done what each check must find, and undone. */
final class Doctored {

    private static final Map<Check, String> DONE = new EnumMap<>(Map.ofEntries(
            Map.entry(Check.NUMBERS_HAVE_NO_GAPS, "update decision_series set last_number = last_number + 1"),
            Map.entry(Check.DOSSIERS_ARE_NUMBERED_WITHOUT_GAPS, "update dossier_series set last_number = last_number + 1"),
            Map.entry(Check.EACH_NOMINEE_HAS_ONE_AWARD, "delete from award where id = (select max(id) from award)"),
            Map.entry(Check.EACH_DECIDED_DOSSIER_HAS_WHAT_WAS_DECIDED, "delete from model_recognition"),
            Map.entry(Check.WHAT_HAS_NOT_BEEN_DECIDED_HAS_NO_DECISION, "update dossier set status = 'REJECTED'"),
            Map.entry(Check.PAPERS_ARE_AS_THEY_WERE_PRINTED, "update paper set content = content || '\\x00'::bytea where name like 'decision-%'"),
            Map.entry(Check.EACH_DECISION_HAS_ITS_PAPER, "delete from paper where name like 'decision-%'"),
            Map.entry(Check.FILES_ARE_AS_THEY_WERE_SENT, "update dossier_document set content = content || '\\x00'::bytea"),
            Map.entry(Check.EACH_COMPLETED_TASK_IS_ONE_STEP, "delete from dossier_step where id = (select max(id) from dossier_step)"),
            Map.entry(Check.EACH_STEP_IS_TOLD_BY_THE_TRAIL, "update dossier_step set actor = 'x' where id = (select max(id) from dossier_step)"),
            Map.entry(Check.EACH_FILE_IS_TOLD_BY_THE_TRAIL, "update dossier_document set uploaded_by = 'x' where id = (select max(id) from dossier_document)"),
            Map.entry(Check.DOSSIERS_HAVE_ENDED_OR_WAIT_AT_A_TASK, "update dossier set closed_at = null where status = 'DECIDED'"),
            Map.entry(Check.NOBODY_IS_TOLD_TWICE, """
                    insert into notice (at, dossier_number, kind, post, task, stop)
                    select at, dossier_number, kind, post, task, stop from notice where kind = 'task-arrived' and post is not null limit 1"""),
            Map.entry(Check.WHOEVER_PROPOSED_IS_TOLD_THE_END_ONCE, "delete from notice where kind = 'decided'"),
            Map.entry(Check.NOTHING_WAITS_TO_BE_SENT, "update outgoing_message set sent_at = null"),
            Map.entry(Check.WHOEVER_WANTS_MAILS_HAS_ONE_OF_THE_END, "delete from outgoing_message"),
            Map.entry(Check.JOBS_GO_ON, "update act_ru_job set lock_owner_ = 'dead', lock_exp_time_ = now() - interval '1 minute'"),
            // it stays after the transaction, as does what nobody ends
            Map.entry(Check.NO_TRANSACTION_IS_LEFT_OPEN, "select pg_advisory_lock(4711)")));

    private Doctored() {
    }

    /** The checks that do not find it. */
    static List<Check> overlooked(DataSource database) {
        return List.of(Check.values()).stream().filter(check -> found(check, database).isEmpty()).toList();
    }

    private static List<String> found(Check check, DataSource database) {
        try (var connection = database.getConnection()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (check == Check.NO_TRANSACTION_IS_LEFT_OPEN) {
                jdbc.sql(DONE.get(check)).query((row, index) -> index).list();
                return check.broken(JdbcClient.create(database));
            }
            connection.setAutoCommit(false);
            jdbc.sql(DONE.get(check)).update();
            var found = check.broken(jdbc);
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
