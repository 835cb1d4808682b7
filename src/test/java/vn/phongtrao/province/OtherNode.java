package vn.phongtrao.province;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.edition.Editions.Loaded;

/** Another node on the database of the running application, whose modules hear nothing of what it does. */
public final class OtherNode {

    private final ProvinceEditions editions;

    public OtherNode(Path folder, String province, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        editions = new ProvinceEditions(new PathMatchingResourcePatternResolver(), ProvinceCheckCommand.tables(),
                new ProvinceProperties(folder, province), event -> { }, transactions, jdbc, clock);
        editions.afterPropertiesSet();
    }

    public Loaded loads(String path, String text) {
        return editions.load(Map.of(path, text.getBytes(StandardCharsets.UTF_8)), "Quyết định mẫu", "admin", null);
    }
}
