package vn.phongtrao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import vn.phongtrao.dossier.DossierProcess;

/**
 * What a mail says of a notice, and to whom it is.
 *
 * @param about    number of the dossier, or what the legal document is called
 * @param page     path of its page
 * @param post     group of the post; null for one person
 * @param taskName null where it is not about a task
 * @param causedBy user name of who need not be told; null for nobody
 */
record Told(long id, String about, String page, NoticeKind kind, String post, String person, String taskName,
            LocalDate dueOn, String causedBy) {

    /** Notices, of a dossier or of a law. */
    static final String FROM = """
            from notice n left join dossier d on d.number = n.dossier_number left join dossier_last_day last_day on last_day.number = n.dossier_number
                 left join legal_document l on l.id = n.law
            """;
    /** What it is read from. */
    static final String ROWS = """
            select n.*, d.process, coalesce(n.due_on, last_day.due_on) as due, coalesce(n.dossier_number, l.cited_as) as about,
                   coalesce('dossiers/' || n.dossier_number, 'laws/' || n.law) as page
            """ + FROM;

    static Told of(ResultSet row, DossierProcess process) throws SQLException {
        var task = row.getString("task");
        return new Told(row.getLong("id"), row.getString("about"), row.getString("page"),
                NoticeKind.of(row.getString("kind")), row.getString("post"), row.getString("person"),
                task == null ? null : process.taskName(row.getString("process"), task),
                task == null && row.getString("law") == null ? null : row.getObject("due", LocalDate.class), row.getString("caused_by"));
    }
}
