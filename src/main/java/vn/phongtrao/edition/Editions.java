package vn.phongtrao.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.edition.Edition.Local;
import vn.phongtrao.edition.Load.Source;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.turn.Turn;

/**
 * Lays the organisation's own files of one area over the built-in ones: those of its folder at start and when asked,
 * those that an administrator brings at any time. Files are checked with all that they will lie among; with one finding
 * nothing changes. What is loaded is kept in the database, and every node takes it from there.
 */
public abstract class Editions {

    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);
    private static final String TURN = "edition";
    private static final String PROGRAM = "phongtrao";

    private final Area area;
    private final FileTree builtIn;
    private final Optional<Path> folder;
    private final EditionStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile Edition inForce;
    /** By path. Another node of this version finds the same. */
    private volatile Map<String, Unfit> unfit = Map.of();
    private volatile List<Finding> refused = List.of();

    /** @param folder the organisation's, where it has one */
    protected Editions(Area area, FileTree builtIn, Optional<Path> folder, JdbcClient jdbc,
                       TransactionTemplate transactions, Clock clock) {
        this.area = area;
        this.builtIn = builtIn;
        this.folder = folder;
        this.store = new EditionStore(area, jdbc);
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.inForce = store.latest();
    }

    /** What the organisation has laid over the built-in files of an area last. */
    public static FileTree own(Area area, JdbcClient jdbc) {
        return new EditionStore(area, jdbc).latest().content();
    }

    /**
     * What a load came to.
     *
     * @param edition  in force afterwards
     * @param changed  paths of the files that it added, changed or took away
     * @param findings why nothing was loaded; empty otherwise
     */
    public record Loaded(int edition, List<String> changed, List<Finding> findings) {
    }

    /** What is wrong with the files; empty when they may take effect. @param files all that would be in force */
    protected abstract List<Finding> findings(FileTree files);

    /**
     * Files are being loaded, and have been checked: takes part in the transaction.
     *
     * @param before those that were in force
     * @param files  those that will be
     * @throws Refusal and nothing is loaded
     * @throws UnsoundFiles likewise, with findings
     */
    protected abstract void loading(FileTree before, FileTree files);

    /**
     * What the files of the organisation's folder come to, where they are not taken as they are.
     *
     * @throws UnsoundFiles with what cannot be read
     */
    protected FileTree read(FileTree folder, FileTree builtIn) {
        return folder;
    }

    /** What {@link #loading} would find, where that can be tried without a trace. */
    protected List<Finding> trial(FileTree files) {
        return List.of();
    }

    /** The files are in force on this node from now on. */
    protected abstract void taken(FileTree files);

    /** An own file that does not go with this version of the program. */
    private record Unfit(Local file, List<Finding> findings) {
    }

    /**
     * Brings into effect what is in force, with the folder's files where they have changed. A folder with findings
     * changes nothing. Own files that do not go with this version of the program are left out, and the built-in ones
     * hold in their place until an administrator loads others; who makes something of the files is told.
     *
     * @throws UnsoundFiles when own files do not go with this version and cannot be left out
     */
    protected final void start() {
        leaveOutWhatIsUnfit();
        var loaded = loadFolderAtStart();
        loaded.findings().forEach(finding -> LOG.error("{} không được nạp: {}", area.title(), finding));
        // what has been loaded just now has been checked and has taken effect
        if (loaded.changed().isEmpty() || !loaded.findings().isEmpty()) {
            bringIntoEffect();
        }
        unfit.values().forEach(file -> file.findings().forEach(finding ->
                LOG.error("Tệp riêng không khớp với phiên bản này nên không được áp dụng: {}", finding)));
        own().stream().filter(own -> own.overtaken() && own.unfit().isEmpty()).forEach(own ->
                LOG.warn("Tệp có sẵn {} đã khác đi từ khi tệp riêng cùng tên được nạp; tệp riêng vẫn áp dụng",
                        own.path()));
    }

    private void bringIntoEffect() {
        var files = files();
        try {
            transactions.executeWithoutResult(status -> {
                Turn.take(jdbc, TURN);
                loading(files, files);
            });
        } catch (Refusal unreadable) {
            leaveOut(List.of(new Finding(area.id(), "", unreadable.getMessage(), "Sửa các tệp riêng")));
            bringIntoEffect();
            return;
        }
        if (!unfit.isEmpty()) {
            taken(files);
        }
    }

    private void leaveOutWhatIsUnfit() {
        if (!inForce.files().isEmpty()) {
            for (var findings = findings(files()); !findings.isEmpty(); findings = findings(files())) {
                leaveOut(findings);
            }
        }
    }

    /** Those with findings; where there are none, those beside files that have some; at last all. */
    private void leaveOut(List<Finding> findings) {
        var left = inForce.files().keySet().stream().filter(path -> !unfit.containsKey(path)).toList();
        var wrong = Stream.<Function<String, String>>of(Function.identity(), Editions::folder, path -> "")
                .map(place -> {
                    var places = findings.stream().map(Finding::file).map(place).collect(Collectors.toSet());
                    return left.stream().filter(path -> places.contains(place.apply(path))).toList();
                }).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        if (wrong.isEmpty() || !area.apart()) {
            throw new UnsoundFiles(area, findings);
        }
        var unfit = new TreeMap<>(this.unfit);
        wrong.forEach(path -> {
            var own = findings.stream().filter(finding -> finding.file().equals(path)).toList();
            unfit.put(path, new Unfit(inForce.files().get(path), own.isEmpty() ? findings : own));
        });
        this.unfit = unfit;
    }

    private static String folder(String path) {
        return path.substring(0, path.indexOf('/') + 1);
    }

    /** What cannot be taken over is a finding here, for the program starts without it. */
    private Loaded loadFolderAtStart() {
        try {
            return loadFolder(PROGRAM);
        } catch (Refusal unreadable) {
            refused = List.of(new Finding(folder.orElseThrow().toString(), "", unreadable.getMessage(),
                    "Sửa tệp trong thư mục"));
            return new Loaded(inForce.number(), List.of(), refused);
        }
    }

    /** Takes over what another node has loaded. */
    @Scheduled(fixedDelayString = "${phongtrao.editions.watch:2s}")
    public void watch() {
        if (store.latestNumber() != inForce.number()) {
            take(store.latest());
        }
    }

    /** All files that are in force. */
    public final FileTree files() {
        return laid(inForce.files());
    }

    /** Why the folder was not loaded when that was tried last; empty when it was. */
    public final List<Finding> refused() {
        return refused;
    }

    /**
     * Lays files over what is in force.
     *
     * @param changes by path; a path without content goes back to the built-in file
     * @param note    why, as the list of editions shows it
     * @param seen    the edition that the changes were shown against; null where nobody looked
     * @throws Refusal rule broken, when nothing would change; conflict, when another edition came after the one seen
     */
    public final Loaded load(Map<String, byte[]> changes, String note, String by, Integer seen) {
        return inTurn(current -> {
            if (seen != null && seen != current.number()) {
                throw Refusal.conflict("Đã có người nạp tệp sau khi bạn xem thay đổi; hãy xem lại thay đổi rồi nạp");
            }
            var files = laid(current, changes);
            if (changed(current, files).isEmpty()) {
                throw Refusal.broken("files", "Các tệp này không khác gì bản đang áp dụng");
            }
            return new Next(Source.PAGE, by, note, files, List.of());
        });
    }

    /** What {@link #load} would change and find. */
    public final Loaded check(Map<String, byte[]> changes) {
        return checked(new Next(Source.PAGE, PROGRAM, "", laid(inForce, changes), List.of()));
    }

    private Loaded checked(Next next) {
        var files = laid(next.files());
        var findings = new ArrayList<>(next.findings());
        findings.addAll(findings(files));
        if (findings.isEmpty()) {
            findings.addAll(trial(files));
        }
        return new Loaded(inForce.number(), changed(inForce, next.files()), List.copyOf(findings));
    }

    /** All files as they would be in force after {@link #load}. */
    public final FileTree preview(Map<String, byte[]> changes) {
        return laid(laid(inForce, changes));
    }

    private SortedMap<String, Local> laid(Edition edition, Map<String, byte[]> changes) {
        SortedMap<String, Local> files = new TreeMap<>(edition.files());
        changes.forEach((path, content) -> lay(files, path, content, Source.PAGE));
        return files;
    }

    /** Who loaded what and when, the last one first. */
    public final List<Load> loads() {
        return store.loads();
    }

    /**
     * A file of the organisation's own.
     *
     * @param source    how it came last
     * @param added     whether the program brings none at that path
     * @param overtaken whether the built-in file has changed since this one was laid over it
     * @param unfit     why it does not go with this version of the program, and is not in force; empty when it is
     */
    public record Own(String path, Source source, boolean added, boolean overtaken, List<Finding> unfit) {
    }

    public final List<Own> own() {
        return inForce.files().entrySet().stream().map(file -> new Own(file.getKey(), file.getValue().source(),
                builtIn.find(file.getKey()).isEmpty(),
                !Objects.equals(file.getValue().builtIn(), digest(file.getKey())), unfit(file.getKey()))).toList();
    }

    /**
     * The change that takes an own file away, or all own files of a folder, so that the built-in ones are in force again.
     *
     * @param path {@code review/deadline.dmn}, or {@code festival-plan}
     * @throws Refusal malformed, for what is no place
     */
    public final Map<String, byte[]> gone(String path) {
        var within = own().stream().map(Own::path).filter(own -> own.startsWith(path + "/")).toList();
        return SentFiles.gone(within.isEmpty() ? List.of(path) : within);
    }

    /** Whether the organisation's own file is in force at that path. */
    public final boolean isOwn(String path) {
        return inForce.find(path).isPresent() && unfit(path).isEmpty();
    }

    /** Why its own file at that path does not go with this version of the program; empty where it does. */
    public final List<Finding> unfit(String path) {
        return unfit.containsKey(path) ? unfit.get(path).findings() : List.of();
    }

    /** Its own file at that path, in force or not. */
    public final Optional<byte[]> ownFile(String path) {
        return inForce.find(path).map(Local::content);
    }

    /** Whether the organisation has named a folder. */
    public final boolean hasFolder() {
        return folder.isPresent();
    }

    /** Loads what has changed in the folder since it was loaded last. */
    public final Loaded loadFolder(String by) {
        var folder = folder();
        var loaded = folder.files() == null ? new Loaded(inForce.number(), List.of(), folder.findings())
                : inTurn(current -> ofFolder(current, folder.files(), by));
        refused = loaded.findings();
        return loaded;
    }

    /** What {@link #loadFolder} would change and find. */
    public final Loaded checkFolder() {
        var folder = folder();
        return folder.files() == null ? new Loaded(inForce.number(), List.of(), folder.findings())
                : checked(ofFolder(inForce, folder.files(), PROGRAM));
    }

    /** All files as they would be in force after {@link #loadFolder}. */
    public final FileTree previewFolder() {
        return Optional.ofNullable(folder().files())
                .map(found -> laid(ofFolder(inForce, found, PROGRAM).files())).orElseGet(this::files);
    }

    /** @param files null where there is no folder to read */
    private record Folder(FileTree files, List<Finding> findings) {

        static Folder unreadable(Finding finding) {
            return new Folder(null, List.of(finding));
        }
    }

    private Folder folder() {
        if (folder.isEmpty()) {
            return new Folder(null, List.of());
        }
        if (!Files.isDirectory(folder.get())) {
            return Folder.unreadable(new Finding(folder.get().toString(), "", "không có thư mục này",
                    "Sửa %s hoặc tạo thư mục".formatted(area.setting())));
        }
        try {
            return new Folder(read(FileTree.in(folder.get()), builtIn), List.of());
        } catch (UnsoundFiles unsound) {
            return new Folder(null, unsound.findings());
        } catch (IOException unreadable) {
            return Folder.unreadable(new Finding(folder.get().toString(), "", "không đọc được thư mục",
                    "Kiểm tra quyền đọc của chương trình"));
        }
    }

    private Next ofFolder(Edition current, FileTree found, String by) {
        var before = store.latestOfFolder().map(Edition::folder).orElseGet(() -> FileTree.of(Map.of()));
        SortedMap<String, Local> files = new TreeMap<>(current.files());
        List<Finding> overtaken = new ArrayList<>();
        for (var path : found.differing(before)) {
            var content = found.find(path).orElse(null);
            var own = current.find(path);
            if (own.isPresent() && own.get().source() == Source.PAGE
                    && !(content != null && own.get().holds(content))) {
                overtaken.add(new Finding(path, "",
                        "đã được thay đổi trên trang quản trị sau lần nạp thư mục trước",
                        "Đưa nội dung đang áp dụng vào thư mục, hoặc bỏ bản riêng trên trang quản trị"));
            }
            lay(files, path, content, Source.FOLDER);
        }
        return new Next(Source.FOLDER, by, "", files, overtaken);
    }

    private void lay(SortedMap<String, Local> files, String path, byte[] content, Source source) {
        if (content == null) {
            files.remove(path);
        } else if (source == Source.FOLDER || !holds(files, path, content)) {
            files.put(path, new Local(content, source, digest(path)));
        }
    }

    /** Whether it is so already; a file that says what the built-in one does is none of the organisation's own. */
    private boolean holds(SortedMap<String, Local> files, String path, byte[] content) {
        return files.containsKey(path) ? files.get(path).holds(content)
                : builtIn.find(path).filter(file -> Arrays.equals(file, content)).isPresent();
    }

    /** Over the built-in ones, but for what does not go with them. */
    private FileTree laid(SortedMap<String, Local> files) {
        SortedMap<String, Local> fit = new TreeMap<>(files);
        fit.entrySet().removeIf(file -> isUnfit(file.getKey(), file.getValue()));
        return builtIn.under(new Edition(null, fit).content());
    }

    private boolean isUnfit(String path, Local file) {
        return unfit.containsKey(path) && file.holds(unfit.get(path).file().content());
    }

    private Digest digest(String path) {
        return builtIn.find(path).map(Digest::of).orElse(null);
    }

    private record Next(Source source, String by, String note, SortedMap<String, Local> files, List<Finding> findings) {
    }

    private Loaded inTurn(Function<Edition, Next> next) {
        List<String> changed = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            var loaded = inTurn(next, changed, findings);
            if (loaded.number() != inForce.number()) {
                take(loaded);
            }
        } catch (UnsoundFiles unsound) {
            findings.addAll(unsound.findings());
        }
        return new Loaded(inForce.number(), List.copyOf(changed), List.copyOf(findings));
    }

    private Edition inTurn(Function<Edition, Next> next, List<String> changed, List<Finding> findings) {
        return transactions.execute(status -> {
            Turn.take(jdbc, TURN);
            var current = store.latest();
            var wanted = next.apply(current);
            changed.addAll(changed(current, wanted.files()));
            if (changed.isEmpty()) {
                return current;
            }
            var edition = new Edition(new Load(store.nextNumber(), Instant.now(clock), wanted.by(), wanted.source(),
                    wanted.note(), List.copyOf(changed)), wanted.files());
            var files = laid(edition.files());
            findings.addAll(wanted.findings());
            findings.addAll(findings(files));
            if (!findings.isEmpty()) {
                return current;
            }
            store.add(edition);
            loading(laid(current.files()), files);
            return edition;
        });
    }

    private static List<String> changed(Edition current, SortedMap<String, Local> files) {
        return Stream.concat(current.files().keySet().stream(), files.keySet().stream()).distinct().sorted()
                .filter(path -> current.find(path).filter(file -> file.same(files.get(path))).isEmpty()).toList();
    }

    private synchronized void take(Edition edition) {
        if (edition.number() > inForce.number()) {
            inForce = edition;
            unfit = unfit.entrySet().stream().filter(left -> edition.find(left.getKey())
                            .filter(file -> isUnfit(left.getKey(), file)).isPresent())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            taken(files());
        }
    }
}
