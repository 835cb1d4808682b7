package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.refusal.Refusal;

class EditionsTest {

    private static final String TABLE = "oath/oath-route.dmn";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-07-01T00:00:00Z"),
            ZoneId.of("Asia/Ho_Chi_Minh"));

    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final List<String> broken = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();
    private ProcedureFiles builtIn = files(TABLE, "built in", "oath/page.html", "built in");

    /** A node: the same database and folder, a memory of its own. */
    private final class Node {

        private final Procedures procedures;
        private final Editions editions;

        Node() {
            var store = new EditionStore(jdbc);
            procedures = new Procedures(builtIn.under(store.latest().content()));
            editions = new Editions(builtIn, procedures, store, new ProcedureProperties(folder), new Checks(List.of()) {
                @Override
                public List<Finding> of(ProcedureFiles files) {
                    return files.all().entrySet().stream().filter(file -> broken.contains(text(file.getValue())))
                            .map(file -> new Finding(file.getKey(), "", "hỏng", "sửa")).toList();
                }
            }, this::publish, new TransactionTemplate(new DataSourceTransactionManager(database)), jdbc, CLOCK);
        }

        private void publish(Object event) {
            if (event instanceof EditionLoading loading
                    && loading.files().all().values().stream().anyMatch(file -> text(file).equals("unreadable"))) {
                throw Refusal.broken("files", "không đọc được");
            }
            events.add(event);
        }

        Node started() {
            editions.afterSingletonsInstantiated();
            return this;
        }

        String shows(String path) {
            return procedures.files().find(path).map(EditionsTest::text).orElse(null);
        }

        Editions.Loaded bring(String path, String text) {
            Map<String, byte[]> changes = new HashMap<>();
            changes.put(path, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
            return editions.load(changes, "Nghị quyết mới", "admin");
        }
    }

    @Test
    void withoutFilesOfItsOwnTheBuiltInOnesAreInForceAndNothingIsKept() {
        var node = new Node().started();

        assertThat(node.shows(TABLE)).isEqualTo("built in");
        assertThat(count()).isZero();
        assertThat(events).singleElement().isInstanceOf(EditionLoading.class);
    }

    @Test
    void theFolderIsLoadedAtStartWhereItHasChanged() throws IOException {
        write(TABLE, "ours");
        assertThat(new Node().started().shows(TABLE)).isEqualTo("ours");
        assertThat(new Node().started().shows("oath/page.html")).isEqualTo("built in");
        assertThat(count()).isEqualTo(1);

        write(TABLE, "changed");
        assertThat(new Node().started().shows(TABLE)).isEqualTo("changed");
        Files.delete(folder.resolve(TABLE));
        assertThat(new Node().started().shows(TABLE)).isEqualTo("built in");
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void aFolderWithAFindingChangesNothing() throws IOException {
        write(TABLE, "ours");
        var node = new Node().started();
        broken.add("wrong");
        write(TABLE, "wrong");
        write("oath/page.html", "good");

        var loaded = node.editions.loadFolder("admin");

        assertThat(loaded.findings()).extracting(Finding::file).containsExactly(TABLE);
        assertThat(node.shows(TABLE)).isEqualTo("ours");
        assertThat(node.shows("oath/page.html")).isEqualTo("built in");
        assertThat(new Node().started().shows(TABLE)).isEqualTo("ours");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theProgramStartsWithoutAFolderThatTheEngineCannotRead() throws IOException {
        write(TABLE, "ours");
        new Node().started();
        write(TABLE, "unreadable");

        var node = new Node().started();

        assertThat(node.shows(TABLE)).isEqualTo("ours");
        assertThat(node.editions.refused()).extracting(Finding::problem).containsExactly("không đọc được");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatOneNodeLoadsIsInForceOnAllAndOnThoseThatStartLater() {
        var one = new Node().started();
        var other = new Node().started();

        one.bring(TABLE, "ours");
        assertThat(one.shows(TABLE)).isEqualTo("ours");
        assertThat(other.shows(TABLE)).isEqualTo("built in");

        other.editions.watch();
        assertThat(other.shows(TABLE)).isEqualTo("ours");
        assertThat(new Node().started().shows(TABLE)).isEqualTo("ours");
    }

    @Test
    void aFileWithoutContentGoesBackToTheBuiltInOne() {
        var node = new Node().started();
        node.bring(TABLE, "ours");
        node.bring(TABLE, null);

        assertThat(node.shows(TABLE)).isEqualTo("built in");
        assertThat(node.editions.loads()).extracting(Load::number, Load::by, Load::note, Load::changed).containsExactly(
                tuple(2, "admin", "Nghị quyết mới", List.of(TABLE)),
                tuple(1, "admin", "Nghị quyết mới", List.of(TABLE)));
        assertThatThrownBy(() -> node.bring(TABLE, null)).isInstanceOf(Refusal.class);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatTheFolderBroughtMayBeChangedOnThePageAndStaysSoUntilTheFolderChangesThatFile() throws IOException {
        write(TABLE, "folder");
        var node = new Node().started();
        node.bring(TABLE, "page");
        assertThat(new Node().started().shows(TABLE)).isEqualTo("page");

        write("oath/page.html", "folder");
        assertThat(node.editions.loadFolder("admin").findings()).isEmpty();
        assertThat(node.shows(TABLE)).isEqualTo("page");
        assertThat(node.shows("oath/page.html")).isEqualTo("folder");

        write(TABLE, "folder anew");
        assertThat(node.editions.loadFolder("admin").findings()).extracting(Finding::file).containsExactly(TABLE);
        assertThat(node.shows(TABLE)).isEqualTo("page");

        write(TABLE, "page");
        assertThat(node.editions.loadFolder("admin").findings()).isEmpty();
        write(TABLE, "folder anew");
        assertThat(node.editions.loadFolder("admin").findings()).isEmpty();
        assertThat(node.shows(TABLE)).isEqualTo("folder anew");
    }

    @Test
    void aReleaseThatChangesABuiltInFileLeavesTheOrganisationsOwnAndSaysSo() {
        var node = new Node().started();
        node.bring(TABLE, "ours");
        assertThat(node.editions.own()).containsExactly(new Editions.Own(TABLE, Load.Source.PAGE, false, false));

        builtIn = files(TABLE, "built in anew", "oath/page.html", "built in");
        var released = new Node().started();

        assertThat(released.shows(TABLE)).isEqualTo("ours");
        assertThat(released.editions.own()).containsExactly(new Editions.Own(TABLE, Load.Source.PAGE, false, true));
    }

    @Test
    void aLoadThatIsRefusedByWhoTakesPartIsNotKept() {
        var node = new Node().started();
        events.clear();
        broken.add("wrong");

        assertThat(node.bring(TABLE, "wrong").findings()).hasSize(1);
        assertThat(events).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsSaidAndTheProgramGoesOn() throws IOException {
        Files.delete(folder);

        var node = new Node().started();

        assertThat(node.shows(TABLE)).isEqualTo("built in");
        assertThat(node.editions.refused()).hasSize(1);
    }

    private int count() {
        return jdbc.sql("select count(*) from edition").query(Integer.class).single();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private static ProcedureFiles files(String... pathsAndTexts) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return ProcedureFiles.of(files);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
