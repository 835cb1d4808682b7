package vn.phongtrao.province;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Unit;

/**
 * Takes the files of provinces over when the database has been migrated, and so before anything that reads it. A
 * province is taken over as a whole, and only when its files are others than the ones that were taken over last: rows
 * that an organisation has changed by hand stay until then.
 */
@Component
class ProvinceLoading implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(ProvinceLoading.class);

    private final ProvinceFiles files;
    private final List<ProvinceTable<?>> tables;

    ProvinceLoading(ProvinceFiles files, List<ProvinceTable<?>> tables) {
        this.files = files;
        this.tables = tables;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "provinces";
    }

    @Override
    public void handle(Event event, Context context) {
        load(context.getConfiguration().getDataSource());
    }

    /** @throws UnsoundProvinces and nothing has changed */
    void load(DataSource database) {
        var jdbc = JdbcClient.create(database);
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(transaction -> load(jdbc));
    }

    /** Nodes that start together take turns: who comes second finds nothing left to do. */
    private void load(JdbcClient jdbc) {
        Turn.take(jdbc, "provinces");
        var taken = new HashMap<String, String>();
        jdbc.sql("select name, digest from province").query(row -> {
            taken.put(row.getString("name"), row.getString("digest"));
        });
        var changed = files.names().stream().filter(name -> !files.digest(name).equals(taken.get(name)))
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            load(new ProvinceReader(files, tables).read().stream()
                    .filter(province -> changed.contains(province.name())).toList(), jdbc);
        }
    }

    /** Units first, because rows of one province may speak of those of another. */
    private void load(List<Province> provinces, JdbcClient jdbc) {
        provinces.forEach(province -> new UnitTable()
                .load(province.units().stream().map(UnitTable.Entry::new).toList(), jdbc));
        provinces.forEach(province -> {
            jdbc.sql("""
                            insert into province (name, root, digest) values (:name, :root, :digest)
                            on conflict (name) do update set root = excluded.root, digest = excluded.digest""")
                    .param("name", province.name()).param("root", province.root().path().value())
                    .param("digest", files.digest(province.name())).update();
            province.tables().forEach(rows -> rows.load(jdbc));
            LOG.info("Took over the files of province {}: {} units", province.name(), province.units().size());
            tellWhatStays(province, jdbc);
        });
    }

    /** A unit is named by dossiers and decisions for ever. */
    private static void tellWhatStays(Province province, JdbcClient jdbc) {
        var named = province.units().stream().map(Unit::path).map(Objects::toString).toList();
        var left = jdbc.sql("""
                        select path from unit where starts_with(path, :root || '/') and path not in (:named)
                        order by path""")
                .param("root", province.root().path().value()).param("named", named).query(String.class).list();
        if (!left.isEmpty()) {
            LOG.warn("Units of province {} that its files no longer name stay; to end one, give it its last day: {}",
                    province.name(), left);
        }
    }
}
