package vn.phongtrao.procedure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.web.util.HtmlUtils;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.refusal.Refusal;

/**
 * The folders of procedures that are in force: one for each, and {@code review} with what all share. A key or a name
 * that people send finds one of these files or nothing. An edition that is loaded while the program runs takes their
 * place as a whole; who makes something of them to keep hears {@link ProceduresChanged}.
 */
public class Procedures {

    /** The folder of what all procedures share. */
    public static final String SHARED = "review";

    private static final Pattern PROCESS = Pattern.compile("<bpmn:process\\b[^>]*?\\bname=\"([^\"]*)\"");

    private volatile InForce inForce;

    public Procedures(FileTree files) {
        replace(files, Map.of());
    }

    private record InForce(FileTree files, Map<String, ProcedureFolder> folders, Map<String, String> held) {
    }

    /** @param held by procedure the file of the organisation's own that it needs and that is not in force */
    final void replace(FileTree files, Map<String, String> held) {
        Map<String, Map<String, byte[]>> byFolder = new TreeMap<>();
        files.all().forEach((path, content) -> {
            var slash = path.indexOf('/');
            if (slash > 0) {
                byFolder.computeIfAbsent(path.substring(0, slash), key -> new TreeMap<>())
                        .put(path.substring(slash + 1), content);
            }
        });
        Map<String, ProcedureFolder> folders = new TreeMap<>();
        byFolder.forEach((key, found) -> folders.put(key, new ProcedureFolder(key, found)));
        inForce = new InForce(files, folders, Map.copyOf(held));
    }

    public FileTree files() {
        return inForce.files();
    }

    /** All of them, by key. */
    public List<ProcedureFolder> all() {
        return List.copyOf(inForce.folders().values());
    }

    public Optional<ProcedureFolder> find(String key) {
        return Optional.ofNullable(inForce.folders().get(key));
    }

    /** What people call a procedure: its model's name; the key where there is no model of that name. */
    public String name(String key) {
        return inForce.files().find(key + "/" + key + ".bpmn").map(model -> new String(model, StandardCharsets.UTF_8))
                .map(PROCESS::matcher).filter(Matcher::find).map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .orElse(key);
    }

    /**
     * @throws Refusal rule broken, while rules of the organisation's own do not go with this version of the program:
     *                 nothing may be decided by others in their place
     */
    public void requireRules(String key) {
        var file = inForce.held().get(key);
        if (file != null) {
            throw Refusal.broken(null, ("Quy trình \"%s\" tạm dừng: tệp riêng %s không khớp với phiên bản mới của phần mềm. "
                    + "Quản trị viên xem trang Bảng quy định").formatted(name(key), file));
        }
    }

    /** A file of a procedure. @param path in its folder, for example {@code papers/decision.html} */
    public Optional<Resource> find(String key, String path) {
        return find(key).flatMap(folder -> folder.find(path));
    }
}
