package vn.phongtrao.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.edition.Edition.Local;
import vn.phongtrao.edition.Load.Source;

/**
 * Editions of an area in the database, from where every node takes them and a backup holds them. Their numbers count
 * through all areas, and so never mean two.
 */
class EditionStore {

    private final Area area;
    private final JdbcClient jdbc;

    EditionStore(Area area, JdbcClient jdbc) {
        this.area = area;
        this.jdbc = jdbc;
    }

    /** @return 0 before the first load */
    int latestNumber() {
        return jdbc.sql("select coalesce(max(number), 0) from edition where area = ?").param(area.id())
                .query(Integer.class).single();
    }

    /** To be asked in turn. */
    int nextNumber() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from edition").query(Integer.class).single();
    }

    Edition latest() {
        return find(latestNumber()).orElse(Edition.NONE);
    }

    /** The last one that the folder brought; what came with the folder in it is what the folder held. */
    Optional<Edition> latestOfFolder() {
        return jdbc.sql("select max(number) from edition where source = 'folder' and area = ?").param(area.id())
                .query(Integer.class).optional().flatMap(this::find);
    }

    Optional<Edition> find(int number) {
        var files = new TreeMap<String, Local>();
        jdbc.sql("select path, content, source, built_in from edition_file where edition = ?").param(number)
                .query(row -> {
                    var builtIn = row.getString("built_in");
                    files.put(row.getString("path"), new Local(row.getBytes("content"),
                            Source.of(row.getString("source")), builtIn == null ? null : new Digest(builtIn)));
                });
        return jdbc.sql("select * from edition where number = ?").param(number)
                .query(EditionStore::load).optional().map(load -> new Edition(load, files));
    }

    /** The last one first. */
    List<Load> loads() {
        return jdbc.sql("select * from edition where area = ? order by number desc").param(area.id())
                .query(EditionStore::load).list();
    }

    private static Load load(ResultSet row, int index) throws SQLException {
        return new Load(row.getInt("number"), row.getTimestamp("loaded_at").toInstant(), row.getString("loaded_by"),
                Source.of(row.getString("source")), row.getString("note"),
                List.of((String[]) row.getArray("changed").getArray()));
    }

    void add(Edition edition) {
        var load = edition.load();
        jdbc.sql("""
                        insert into edition (number, area, loaded_at, loaded_by, source, note, changed)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(load.number(), area.id(), Timestamp.from(load.at()), load.by(), load.source().id(), load.note(),
                        load.changed().toArray(String[]::new)).update();
        edition.files().forEach((path, file) -> jdbc.sql("""
                        insert into edition_file (edition, path, content, source, built_in) values (?, ?, ?, ?, ?)""")
                .params(edition.number(), path, file.content(), file.source().id(),
                        file.builtIn() == null ? null : file.builtIn().value()).update());
    }
}
