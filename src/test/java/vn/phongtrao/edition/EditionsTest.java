package vn.phongtrao.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
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
import java.util.Optional;

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
    private String unreadable = "unreadable";
    /** A path; with such a file the built-in page has a finding. */
    private String unfitBeside = "";
    private final List<List<String>> loadings = new ArrayList<>();
    private FileTree builtIn = files(TABLE, "built in", "oath/page.html", "built in");

    /** A node: the same database and folder, a memory of its own. */
    private final class Node extends Editions {

        private FileTree taken;

        Node() {
            this(Area.PROCESSES);
        }

        Node(Area area) {
            super(area, builtIn, Optional.of(folder), jdbc,
                    new TransactionTemplate(new DataSourceTransactionManager(database)), CLOCK);
            taken = files();
        }

        @Override
        protected List<Finding> findings(FileTree files) {
            if (files.find(unfitBeside).isPresent()) {
                return List.of(new Finding("oath/page.html", "", "không khớp", "sửa"));
            }
            return files.all().entrySet().stream().filter(file -> broken.contains(text(file.getValue())))
                    .map(file -> new Finding(file.getKey(), "", "hỏng", "sửa")).toList();
        }

        @Override
        protected void loading(FileTree before, FileTree files) {
            if (files.all().values().stream().anyMatch(file -> text(file).equals(unreadable))) {
                throw Refusal.broken("files", "không đọc được");
            }
            loadings.add(before.differing(files));
        }

        @Override
        protected void taken(FileTree files) {
            taken = files;
        }

        Node started() {
            start();
            return this;
        }

        String shows(String path) {
            return taken.find(path).map(EditionsTest::text).orElse(null);
        }

        Loaded bring(String path, String text) {
            Map<String, byte[]> changes = new HashMap<>();
            changes.put(path, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
            return load(changes, "Nghị quyết mới", "admin", null);
        }
    }

    @Test
    void withoutFilesOfItsOwnTheBuiltInOnesAreInForceAndNothingIsKept() {
        var node = new Node().started();

        assertThat(node.shows(TABLE)).isEqualTo("built in");
        assertThat(count()).isZero();
        assertThat(loadings).as("brought into effect all the same").containsExactly(List.of());
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
    void whoeverLooksWhileAnotherLoadsLooksAgain() {
        var node = new Node().started();
        var seen = node.check(Map.of(TABLE, "mine".getBytes(StandardCharsets.UTF_8))).edition();
        node.bring(TABLE, "another's");

        assertThatThrownBy(() -> node.load(Map.of(TABLE, "mine".getBytes(StandardCharsets.UTF_8)), "Sửa", "admin", seen))
                .hasMessageContaining("xem lại thay đổi");
        assertThat(node.shows(TABLE)).isEqualTo("another's");
    }

    @Test
    void ownFilesOfAFolderAreGivenUpTogetherAndThoseOfOthersStay() throws IOException {
        write(TABLE, "ours");
        write("ours/page.html", "ours");
        write("ours/words.properties", "ours");
        write("ours-too/page.html", "ours");
        var node = new Node().started();

        assertThat(node.gone("ours")).containsOnlyKeys("ours/page.html", "ours/words.properties");
        assertThat(node.gone(TABLE)).containsOnlyKeys(TABLE);
        assertThatThrownBy(() -> node.gone("ours/../x")).isInstanceOf(Refusal.class);
    }

    @Test
    void aFolderWithAFindingChangesNothing() throws IOException {
        write(TABLE, "ours");
        var node = new Node().started();
        broken.add("wrong");
        write(TABLE, "wrong");
        write("oath/page.html", "good");

        var loaded = node.loadFolder("admin");

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
        assertThat(node.refused()).extracting(Finding::problem).containsExactly("không đọc được");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatOneNodeLoadsIsInForceOnAllAndOnThoseThatStartLater() {
        var one = new Node().started();
        var other = new Node().started();

        one.bring(TABLE, "ours");
        assertThat(one.shows(TABLE)).isEqualTo("ours");
        assertThat(other.shows(TABLE)).isEqualTo("built in");

        other.watch();
        assertThat(other.shows(TABLE)).isEqualTo("ours");
        assertThat(new Node().started().shows(TABLE)).isEqualTo("ours");
    }

    @Test
    void aFileWithoutContentGoesBackToTheBuiltInOne() {
        var node = new Node().started();
        node.bring(TABLE, "ours");
        node.bring(TABLE, null);

        assertThat(node.shows(TABLE)).isEqualTo("built in");
        assertThat(node.loads()).extracting(Load::number, Load::by, Load::note, Load::changed).containsExactly(
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
        assertThat(node.loadFolder("admin").findings()).isEmpty();
        assertThat(node.shows(TABLE)).isEqualTo("page");
        assertThat(node.shows("oath/page.html")).isEqualTo("folder");

        write(TABLE, "folder anew");
        assertThat(node.loadFolder("admin").findings()).extracting(Finding::file).containsExactly(TABLE);
        assertThat(node.shows(TABLE)).isEqualTo("page");

        write(TABLE, "page");
        assertThat(node.loadFolder("admin").findings()).isEmpty();
        write(TABLE, "folder anew");
        assertThat(node.loadFolder("admin").findings()).isEmpty();
        assertThat(node.shows(TABLE)).isEqualTo("folder anew");
    }

    @Test
    void aReleaseThatChangesABuiltInFileLeavesTheOrganisationsOwnAndSaysSo() {
        var node = new Node().started();
        node.bring(TABLE, "ours");
        assertThat(node.own()).containsExactly(new Editions.Own(TABLE, Load.Source.PAGE, false, false, List.of()));

        builtIn = files(TABLE, "built in anew", "oath/page.html", "built in");
        var released = new Node().started();

        assertThat(released.shows(TABLE)).isEqualTo("ours");
        assertThat(released.own()).containsExactly(new Editions.Own(TABLE, Load.Source.PAGE, false, true, List.of()));
    }

    /** What was downloaded and sent back unchanged would otherwise stay when a release brings another. */
    @Test
    void aFileThatSaysWhatTheBuiltInOneDoesIsNoneOfTheOrganisationsOwn() {
        var node = new Node().started();

        assertThatThrownBy(() -> node.bring(TABLE, "built in")).isInstanceOf(Refusal.class)
                .hasMessageContaining("không khác gì");
        assertThat(node.own()).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void aLoadThatIsRefusedByWhoTakesPartIsNotKept() {
        var node = new Node().started();
        loadings.clear();
        broken.add("wrong");

        assertThat(node.bring(TABLE, "wrong").findings()).hasSize(1);
        assertThat(loadings).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void anOwnFileThatDoesNotGoWithAReleaseIsLeftOutAndSaidSoAndTheOthersHold() {
        var node = new Node().started();
        node.bring(TABLE, "ours");
        node.bring("oath/page.html", "our page");
        broken.add("ours");

        var released = new Node().started();

        assertThat(released.shows(TABLE)).isEqualTo("built in");
        assertThat(released.shows("oath/page.html")).isEqualTo("our page");
        assertThat(released.isOwn(TABLE)).isFalse();
        assertThat(released.unfit(TABLE)).extracting(Finding::problem).containsExactly("hỏng");
        assertThat(released.ownFile(TABLE)).hasValueSatisfying(own -> assertThat(text(own)).isEqualTo("ours"));
        assertThat(loadings.get(loadings.size() - 1)).as("what is in force is brought into effect").isEmpty();
        assertThat(count()).as("nothing is forgotten").isEqualTo(2);
    }

    @Test
    void otherFilesAreLoadedWhileOneIsLeftOutUntilThatIsMended() {
        var node = new Node().started();
        node.bring(TABLE, "ours");
        broken.add("ours");
        var released = new Node().started();

        assertThat(released.bring("oath/page.html", "our page").findings()).isEmpty();
        assertThat(released.unfit(TABLE)).hasSize(1);
        assertThat(released.bring(TABLE, "mended").findings()).isEmpty();

        assertThat(released.unfit(TABLE)).isEmpty();
        assertThat(released.shows(TABLE)).isEqualTo("mended");
        assertThat(new Node().started().shows(TABLE)).isEqualTo("mended");
    }

    @Test
    void whatIsLeftOutMayBeGivenUpForTheBuiltInFile() {
        new Node().started().bring(TABLE, "ours");
        broken.add("ours");
        var released = new Node().started();

        assertThat(released.bring(TABLE, null).findings()).isEmpty();

        assertThat(released.own()).isEmpty();
        assertThat(released.unfit(TABLE)).isEmpty();
    }

    @Test
    void aFolderMendsWhatAReleaseLeavesOut() throws IOException {
        write(TABLE, "ours");
        write("oath/page.html", "ours");
        new Node().started();
        broken.add("ours");
        write(TABLE, "mended");

        var released = new Node().started();

        assertThat(released.shows(TABLE)).isEqualTo("mended");
        assertThat(released.own()).extracting(Editions.Own::path, own -> own.unfit().size())
                .containsExactly(tuple(TABLE, 0), tuple("oath/page.html", 1));
    }

    @Test
    void aFindingInABuiltInFileLeavesOutTheOwnOnesBesideIt() {
        var node = new Node().started();
        node.bring("oath/words.properties", "ours");
        node.bring("vow/words.properties", "theirs");
        unfitBeside = "oath/words.properties";

        var released = new Node().started();

        assertThat(released.shows("oath/words.properties")).isNull();
        assertThat(released.shows("vow/words.properties")).isEqualTo("theirs");
    }

    @Test
    void theProgramStartsWithTheBuiltInFilesWhenTheEngineCannotReadTheOwn() {
        new Node().started().bring(TABLE, "ours");
        unreadable = "ours";

        var released = new Node().started();

        assertThat(released.shows(TABLE)).isEqualTo("built in");
        assertThat(released.unfit(TABLE)).extracting(Finding::problem).containsExactly("không đọc được");
    }

    @Test
    void rowsThatWereMadeOfAllFilesTogetherKeepTheProgramFromStarting() {
        new Node(Area.PROVINCES).started().bring(TABLE, "ours");
        broken.add("ours");

        var failure = catchThrowable(() -> new Node(Area.PROVINCES).started());

        var analysis = new UnsoundFilesAnalyzer().analyze(failure);
        assertThat(analysis.getDescription()).isEqualTo("Danh mục của tỉnh có 1 lỗi:\n" + TABLE + ": hỏng. sửa.");
        assertThat(analysis.getAction()).contains("java -jar phongtrao.jar check --provinces THƯ-MỤC");
    }

    @Test
    void eachAreaHasEditionsOfItsOwn() throws IOException {
        write(TABLE, "ours");
        var processes = new Node().started();
        Files.delete(folder.resolve(TABLE));
        var provinces = new Node(Area.PROVINCES).started();

        assertThat(provinces.bring("oath/page.html", "theirs").edition()).as("no number means two").isEqualTo(2);

        processes.watch();
        assertThat(processes.shows("oath/page.html")).isEqualTo("built in");
        assertThat(provinces.shows(TABLE)).isEqualTo("built in");
        assertThat(provinces.loads()).extracting(Load::number).containsExactly(2);
        assertThat(new Node(Area.PROVINCES).shows("oath/page.html")).isEqualTo("theirs");
    }

    @Test
    void whatTheFolderWouldChangeIsToldBeforehand() throws IOException {
        var node = new Node().started();
        write(TABLE, "ours");

        assertThat(node.checkFolder().changed()).containsExactly(TABLE);
        assertThat(node.previewFolder().text(TABLE)).contains("ours");
        broken.add("ours");
        assertThat(node.checkFolder().findings()).extracting(Finding::file).containsExactly(TABLE);
        assertThat(count()).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsSaidAndTheProgramGoesOn() throws IOException {
        Files.delete(folder);

        var node = new Node().started();

        assertThat(node.shows(TABLE)).isEqualTo("built in");
        assertThat(node.refused()).hasSize(1);
    }

    private int count() {
        return jdbc.sql("select count(*) from edition").query(Integer.class).single();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private static FileTree files(String... pathsAndTexts) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return FileTree.of(files);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
