package vn.phongtrao.procedure;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.procedure.Edition.Local;
import vn.phongtrao.procedure.Load.Source;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.turn.Turn;

/**
 * Lays the organisation's own files over the built-in ones: those of its folder at start and when asked, those that an
 * administrator brings at any time. Files are checked with all that they will lie among; with one finding nothing
 * changes. What is loaded is kept in the database, and every node takes it from there.
 */
@Component
public class Editions implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);
    private static final String PROGRAM = "phongtrao";

    private final ProcedureFiles builtIn;
    private final Procedures procedures;
    private final EditionStore store;
    private final ProcedureProperties properties;
    private final Checks checks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Edition inForce;
    private volatile List<Finding> refused = List.of();

    Editions(ProcedureFiles builtIn, Procedures procedures, EditionStore store, ProcedureProperties properties,
             Checks checks, ApplicationEventPublisher events, TransactionTemplate transactions, JdbcClient jdbc,
             Clock clock) {
        this.builtIn = builtIn;
        this.procedures = procedures;
        this.store = store;
        this.properties = properties;
        this.checks = checks;
        this.events = events;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.inForce = store.latest();
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

    /**
     * Deploys what is in force, with the folder's files where they have changed. A folder with findings changes
     * nothing.
     *
     * @throws UnsoundFiles when what was loaded before does not go with the files of this version
     */
    @Override
    public void afterSingletonsInstantiated() {
        var loaded = loadFolderAtStart();
        loaded.findings().forEach(finding -> LOG.error("Thư mục quy trình không được nạp: {}", finding));
        // what has been loaded just now has been checked and deployed
        if (loaded.changed().isEmpty() || !loaded.findings().isEmpty()) {
            if (!inForce.files().isEmpty()) {
                checks.require(procedures.files());
            }
            transactions.executeWithoutResult(status -> events.publishEvent(new EditionLoading(procedures.files())));
        }
        own().stream().filter(Own::overtaken).forEach(own ->
                LOG.warn("Tệp có sẵn {} đã khác đi từ khi tệp riêng cùng tên được nạp; tệp riêng vẫn áp dụng",
                        own.path()));
    }

    /** What the engine cannot read is a finding here, for the program starts without it. */
    private Loaded loadFolderAtStart() {
        try {
            return loadFolder(PROGRAM);
        } catch (Refusal unreadable) {
            refused = List.of(new Finding(properties.folder().orElseThrow().toString(), "", unreadable.getMessage(),
                    "Sửa tệp trong thư mục"));
            return new Loaded(inForce.number(), List.of(), refused);
        }
    }

    /** Takes over what another node has loaded. */
    @Scheduled(fixedDelayString = "${phongtrao.editions.watch:2s}")
    void watch() {
        if (store.latestNumber() != inForce.number()) {
            take(store.latest());
        }
    }

    /** Why the folder was not loaded when that was tried last; empty when it was. */
    public List<Finding> refused() {
        return refused;
    }

    /**
     * Lays files over what is in force.
     *
     * @param changes by path; a path without content goes back to the built-in file
     * @param note    why, as the list of editions shows it
     * @throws Refusal rule broken, when nothing would change
     */
    public Loaded load(Map<String, byte[]> changes, String note, String by) {
        return inTurn(current -> {
            var files = laid(current, changes);
            if (changed(current, files).isEmpty()) {
                throw Refusal.broken("files", "Các tệp này không khác gì bản đang áp dụng");
            }
            return new Next(Source.PAGE, by, note, files, List.of());
        });
    }

    /** What {@link #load} would change and find. */
    public Loaded check(Map<String, byte[]> changes) {
        var files = laid(inForce, changes);
        return new Loaded(inForce.number(), changed(inForce, files), checks.of(builtIn.under(content(files))));
    }

    /** All files as they would be in force after {@link #load}. */
    public ProcedureFiles preview(Map<String, byte[]> changes) {
        return builtIn.under(content(laid(inForce, changes)));
    }

    private SortedMap<String, Local> laid(Edition edition, Map<String, byte[]> changes) {
        SortedMap<String, Local> files = new TreeMap<>(edition.files());
        changes.forEach((path, content) -> lay(files, path, content, Source.PAGE));
        return files;
    }

    /** Who loaded what and when, the last one first. */
    public List<Load> loads() {
        return store.loads();
    }

    /**
     * A file of the organisation's own that is in force.
     *
     * @param source    how it came last
     * @param added     whether the program brings none at that path
     * @param overtaken whether the built-in file has changed since this one was laid over it
     */
    public record Own(String path, Source source, boolean added, boolean overtaken) {
    }

    public List<Own> own() {
        return inForce.files().entrySet().stream().map(file -> new Own(file.getKey(), file.getValue().source(),
                builtIn.find(file.getKey()).isEmpty(),
                !Objects.equals(file.getValue().builtIn(), digest(file.getKey())))).toList();
    }

    /** Whether the organisation's own file is in force at that path. */
    public boolean isOwn(String path) {
        return inForce.find(path).isPresent();
    }

    /** Loads what has changed in the folder since it was loaded last. */
    public Loaded loadFolder(String by) {
        var loaded = folderLoaded(by);
        refused = loaded.findings();
        return loaded;
    }

    private Loaded folderLoaded(String by) {
        var folder = properties.folder();
        if (folder.isEmpty()) {
            return new Loaded(inForce.number(), List.of(), List.of());
        }
        if (!Files.isDirectory(folder.get())) {
            return new Loaded(inForce.number(), List.of(), List.of(new Finding(folder.get().toString(), "",
                    "không có thư mục này", "Sửa PHONGTRAO_PROCESSES hoặc tạo thư mục")));
        }
        ProcedureFiles found;
        try {
            found = ProcedureFiles.in(folder.get());
        } catch (IOException unreadable) {
            return new Loaded(inForce.number(), List.of(), List.of(new Finding(folder.get().toString(), "",
                    "không đọc được thư mục", "Kiểm tra quyền đọc của chương trình")));
        }
        return inTurn(current -> {
            var before = store.latestOfFolder().map(Edition::folder).orElseGet(() -> ProcedureFiles.of(Map.of()));
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
        });
    }

    private void lay(SortedMap<String, Local> files, String path, byte[] content, Source source) {
        if (content == null) {
            files.remove(path);
        } else if (source == Source.FOLDER || !files.containsKey(path) || !files.get(path).holds(content)) {
            files.put(path, new Local(content, source, digest(path)));
        }
    }

    private static ProcedureFiles content(SortedMap<String, Local> files) {
        return new Edition(null, files).content();
    }

    private Digest digest(String path) {
        return builtIn.find(path).map(Digest::of).orElse(null);
    }

    private record Next(Source source, String by, String note, SortedMap<String, Local> files, List<Finding> findings) {
    }

    private Loaded inTurn(Function<Edition, Next> next) {
        List<String> changed = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        var loaded = transactions.execute(status -> {
            Turn.take(jdbc, "edition");
            var current = store.latest();
            var wanted = next.apply(current);
            changed.addAll(changed(current, wanted.files()));
            if (changed.isEmpty()) {
                return current;
            }
            var edition = new Edition(new Load(current.number() + 1, Instant.now(clock), wanted.by(), wanted.source(),
                    wanted.note(), List.copyOf(changed)), wanted.files());
            findings.addAll(wanted.findings());
            findings.addAll(checks.of(builtIn.under(edition.content())));
            if (!findings.isEmpty()) {
                return current;
            }
            store.add(edition);
            events.publishEvent(new EditionLoading(builtIn.under(edition.content())));
            return edition;
        });
        if (loaded.number() != inForce.number()) {
            take(loaded);
        }
        return new Loaded(loaded.number(), List.copyOf(changed), List.copyOf(findings));
    }

    private static List<String> changed(Edition current, SortedMap<String, Local> files) {
        return Stream.concat(current.files().keySet().stream(), files.keySet().stream()).distinct().sorted()
                .filter(path -> current.find(path).filter(file -> file.same(files.get(path))).isEmpty()).toList();
    }

    private synchronized void take(Edition edition) {
        if (edition.number() > inForce.number()) {
            procedures.replace(builtIn.under(edition.content()));
            inForce = edition;
            events.publishEvent(new ProceduresChanged(procedures.files()));
        }
    }
}
