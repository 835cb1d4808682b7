package vn.phongtrao.province;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.unit.Unit;

/**
 * The rows that files of provinces become. A province is taken over as a whole, and only when its files are others than
 * the ones that were taken over last: rows that an organisation has changed by hand stay until then.
 */
final class ProvinceRows {

    private static final Logger LOG = LoggerFactory.getLogger(ProvinceRows.class);

    private final List<ProvinceTable<?>> tables;
    private final JdbcClient jdbc;

    ProvinceRows(List<ProvinceTable<?>> tables, JdbcClient jdbc) {
        this.tables = tables;
        this.jdbc = jdbc;
    }

    /**
     * Within a transaction: units first, because rows of one province may speak of those of another.
     *
     * @param before what the files said, whose rows go where the files do not say them any more
     * @return the provinces whose rows are others than before
     * @throws vn.phongtrao.edition.UnsoundFiles the files contradict themselves
     */
    List<Province> takeOver(FileTree before, FileTree files) {
        var digests = digests(files);
        if (digests.isEmpty()) {
            return List.of();
        }
        var provinces = new ProvinceReader(files, tables).read().stream()
                .filter(province -> digests.containsKey(province.name())).toList();
        var earlier = before.differing(files).isEmpty() ? Map.<String, Province>of()
                : new ProvinceReader(before, tables).read().stream()
                        .collect(Collectors.toMap(Province::name, Function.identity()));
        provinces.forEach(province -> new UnitTable()
                .load(province.units().stream().map(UnitTable.Entry::new).toList(), jdbc));
        provinces.forEach(province -> {
            if (earlier.containsKey(province.name())) {
                earlier.get(province.name()).removeWhatIsNotIn(province, jdbc);
            }
            keep(province, digests.get(province.name()));
            province.tables().forEach(rows -> rows.load(jdbc));
        });
        return provinces;
    }

    void tell(List<Province> taken) {
        taken.forEach(province -> {
            LOG.info("Took over the files of province {}: {} units", province.name(), province.units().size());
            tellWhatStays(province);
        });
    }

    /** Of the provinces whose files are others than those that were taken over last, by name. */
    private Map<String, String> digests(FileTree files) {
        var taken = new HashMap<String, String>();
        jdbc.sql("select name, digest from province").query(row -> {
            taken.put(row.getString("name"), row.getString("digest"));
        });
        return files.folders().stream().filter(name -> !digest(files, name).equals(taken.get(name)))
                .collect(Collectors.toMap(Function.identity(), name -> digest(files, name)));
    }

    /** SHA-256 in hexadecimal of all that a province's rows come from: the tables that all share, and its folder. */
    private static String digest(FileTree files, String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.all().forEach((path, content) -> {
                if (path.startsWith(name + "/") || !path.contains("/") && path.endsWith(".csv")) {
                    digest.update((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(content);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void keep(Province province, String digest) {
        jdbc.sql("""
                        insert into province (name, root, digest) values (:name, :root, :digest)
                        on conflict (name) do update set root = excluded.root, digest = excluded.digest""")
                .param("name", province.name()).param("root", province.root().path().value()).param("digest", digest)
                .update();
    }

    /** A unit is named by dossiers and decisions for ever. */
    private void tellWhatStays(Province province) {
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
