package vn.phongtrao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Refusal;

/**
 * Dossiers under way that no process carries, and processes that carry no dossier. There are none while nobody changes the tables themselves or
 * restores a part of them; so they are looked for at each start and each night, and an administrator ends them.
 */
@Component
public class Strays {

    private static final Logger LOG = LoggerFactory.getLogger(Strays.class);
    /** Of a dossier all instances have its number; of those that a process calls, the caller is enough. */
    private static final String FIND = """
            select * from (
                select number, title, unit_path, null as instance from dossier
                where closed_at is null and not exists (select from act_ru_execution where business_key_ = number)
                union all
                select business_key_, null, null, id_ from act_ru_execution
                where parent_id_ is null and super_exec_ is null and business_key_ is not null
                      and not exists (select from dossier where number = business_key_)) stray
            where cast(:number as text) is null or number = :number order by number, instance""";
    private static final int TOLD = 10;

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Engine engine;

    Strays(JdbcClient jdbc, Dossiers dossiers, Engine engine) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.engine = engine;
    }

    /**
     * One of them.
     *
     * @param number   of the dossier, also of one that there is not
     * @param title    what lists call the dossier; null where there is none
     * @param unitPath of the unit whose dossier it is; null where there is none
     * @param instance of the process that carries no dossier; null where the process is missing
     */
    public record Stray(String number, String title, String unitPath, String instance) {

        static Stray of(ResultSet row, int index) throws SQLException {
            return new Stray(row.getString("number"), row.getString("title"), row.getString("unit_path"), row.getString("instance"));
        }
    }

    @Transactional(readOnly = true)
    public List<Stray> all() {
        return of(null);
    }

    private List<Stray> of(String number) {
        return in(jdbc, number);
    }

    /** Those of a database on which the program is not running. */
    public static List<Stray> in(JdbcClient database) {
        return in(database, null);
    }

    private static List<Stray> in(JdbcClient database, String number) {
        return database.sql(FIND).param("number", number).query(Stray::of).list();
    }

    /**
     * Ends a dossier whose process is gone, as if it had been withdrawn, or a process whose dossier is gone. Who did so and why stands among the
     * dossier's steps, or in the engine's history.
     *
     * @param administrator the user name
     * @throws Refusal not found, where nothing of that number is astray
     */
    @Transactional
    public void end(String number, String reason, String administrator) {
        var strays = of(number);
        if (strays.isEmpty()) {
            throw Refusal.notFound("%s không lạc: hồ sơ và quy trình vẫn đi cùng nhau, hoặc không có".formatted(number));
        }
        var why = "Quản trị viên %s: %s".formatted(administrator, reason);
        for (var stray : strays) {
            if (stray.instance() == null) {
                dossiers.endWithoutProcess(DossierNumber.of(number), why);
            } else {
                engine.unchecked(() -> {
                    engine.services().getRuntimeService().deleteProcessInstance(stray.instance(), why);
                    return null;
                });
            }
        }
        LOG.warn("{} ended what was astray of {}", administrator, number);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 15 4 * * *", zone = Vietnam.ZONE)
    void look() {
        try {
            var strays = all();
            if (!strays.isEmpty()) {
                LOG.error("{} dossiers without process, or processes without dossier, see /strays: {}", strays.size(),
                        strays.stream().limit(TOLD).map(Stray::number).toList());
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Dossiers and processes were not compared", away);
        }
    }
}
